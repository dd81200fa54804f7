// The whole line over SOAP beside the client of the `soap` package, unsigned and signed.
import type { ClientName } from './client-list.ts';
import { interleave } from './interleave.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { SampleSet } from './sample-set.ts';

const pairs = [
  { ours: 'SOAP: Polyrail', base: 'SOAP: soap package', atMost: 0.5, what: 'unsigned' },
  { ours: 'SOAP: Polyrail, signed', base: 'SOAP: soap package, signed', atMost: 0.25, what: 'signed' },
] as const;
const clients: readonly ClientName[] = pairs.flatMap(({ ours, base }) => [base, ours]);

const { quick, rounds } = readOptions(9);
const loads = [1, 16].map((inFlight) => ({ inFlight, calls: quick ? 200 : 1_000 }));
const samples = new SampleSet(
  await interleave({ clients, loads, rounds }, (round) => console.error(`soap: round ${round} of ${rounds}`)),
);

const goals = loads.flatMap(({ inFlight }) =>
  pairs.map(({ ours, base, atMost, what }) => ({
    text: `${inFlight} in flight, ${what}: CPU per call of Polyrail ÷ the soap package`,
    measured: samples.ratio(ours, base, inFlight, 'cpuMicros'),
    atMost,
  })),
);
const sections = loads.map(({ inFlight, calls }) => ({
  title: `${inFlight} in flight`,
  text: `Medians of ${rounds} rounds of ${calls} calls; × base is the median of the ratios to the soap package inside each round.`,
  columns: ['client', 'CPU µs/call', '× base', 'calls/s', 'p50 ms', 'p99 ms'],
  rows: pairs.flatMap(({ ours, base }) =>
    [base, ours].map((client) => [
      client,
      decimal(samples.median(client, inFlight, 'cpuMicros'), 0),
      decimal(samples.ratio(client, base, inFlight, 'cpuMicros'), 2),
      decimal(samples.median(client, inFlight, 'perSecond'), 0),
      decimal(samples.median(client, inFlight, 'p50Ms'), 2),
      decimal(samples.median(client, inFlight, 'p99Ms'), 2),
    ]),
  ),
}));
publish('soap', [goalSection(goals), ...sections], quick);
