// The whole line beside what hosts would use instead.
import type { ClientName } from './client-list.ts';
import { interleave } from './interleave.ts';
import { readOptions } from './options.ts';
import { decimal, type Goal, goalSection, publish, type Section } from './report.ts';
import { SampleSet } from './sample-set.ts';

const base = 'raw node:http';
const clients: readonly ClientName[] = [
  'bare undici dispatch',
  'Polyrail transport alone',
  'Polyrail',
  base,
  'Polyrail through the axios face',
  'stripe SDK',
  'axios',
  'axios + opossum + retry',
];
const saturated = 0.9;

const { quick, rounds } = readOptions(15);
const loads = [1, 16, 64].map((inFlight) => ({ inFlight, calls: quick ? 500 : 2_000 }));
const samples = new SampleSet(
  await interleave({ clients, loads, rounds }, (round) => console.error(`line: round ${round} of ${rounds}`)),
);

publish('line', [goalSection(loads.flatMap(goalsAt)), ...loads.map(sectionAt)], quick);

function goalsAt({ inFlight }: { readonly inFlight: number }): readonly Goal[] {
  const cpu = (client: ClientName, other: ClientName, atMost: number): Goal => ({
    text: `${inFlight} in flight: CPU per call of ${client} ÷ ${other}`,
    measured: samples.ratio(client, other, inFlight, 'cpuMicros'),
    atMost,
  });
  const p99: Goal = {
    text: `${inFlight} in flight: p99 of Polyrail ÷ axios`,
    measured: samples.ratio('Polyrail', 'axios', inFlight, 'p99Ms'),
    atMost: 0.4,
  };
  return [
    cpu('Polyrail', base, 0.75),
    cpu('Polyrail', 'stripe SDK', 0.5),
    cpu('Polyrail', 'axios + opossum + retry', 0.25),
    cpu('Polyrail through the axios face', 'stripe SDK', 1),
    ...(inFlight === 64 ? [p99] : []),
  ];
}

function sectionAt({ inFlight, calls }: { readonly inFlight: number; readonly calls: number }): Section {
  return {
    title: `${inFlight} in flight`,
    text: `Medians of ${rounds} rounds of ${calls} calls; × base is the median of the ratios inside each round.`,
    columns: ['client', 'CPU µs/call', '× base', 'calls/s', 'p50 ms', 'p99 ms', 'server busy %'],
    rows: clients.map((client) => {
      const figure = (name: Parameters<SampleSet['median']>[2]) => samples.median(client, inFlight, name);
      const busy = figure('serverBusy');
      return [
        client,
        decimal(figure('cpuMicros'), 0),
        decimal(samples.ratio(client, base, inFlight, 'cpuMicros'), 2),
        decimal(figure('perSecond'), 0),
        decimal(figure('p50Ms'), 2),
        decimal(figure('p99Ms'), 2),
        `${decimal(busy * 100, 0)}${busy > saturated ? ' (saturated)' : ''}`,
      ];
    }),
  };
}
