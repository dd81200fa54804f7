// The whole line over GraphQL beside a plain POST of the same document and the usual client.
import type { ClientName } from './client-list.ts';
import { interleave } from './interleave.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { SampleSet } from './sample-set.ts';

const base = 'GraphQL: raw POST through the transport';
const clients: readonly ClientName[] = [base, 'GraphQL: Polyrail', 'GraphQL: graphql-request'];

const { quick, rounds } = readOptions(9);
const loads = [1, 16].map((inFlight) => ({ inFlight, calls: quick ? 500 : 2_000 }));
const samples = new SampleSet(
  await interleave({ clients, loads, rounds }, (round) => console.error(`graphql: round ${round} of ${rounds}`)),
);

const goals = loads.flatMap(({ inFlight }) =>
  (
    [
      [base, 1.3],
      ['GraphQL: graphql-request', 0.2],
    ] as const
  ).map(([other, atMost]) => ({
    text: `${inFlight} in flight: CPU per call of Polyrail ÷ ${other.slice('GraphQL: '.length)}`,
    measured: samples.ratio('GraphQL: Polyrail', other, inFlight, 'cpuMicros'),
    atMost,
  })),
);
const sections = loads.map(({ inFlight, calls }) => ({
  title: `${inFlight} in flight`,
  text: `Medians of ${rounds} rounds of ${calls} calls; × base is the median of the ratios inside each round.`,
  columns: ['client', 'CPU µs/call', '× base', 'calls/s', 'p50 ms', 'p99 ms'],
  rows: clients.map((client) => [
    client,
    decimal(samples.median(client, inFlight, 'cpuMicros'), 0),
    decimal(samples.ratio(client, base, inFlight, 'cpuMicros'), 2),
    decimal(samples.median(client, inFlight, 'perSecond'), 0),
    decimal(samples.median(client, inFlight, 'p50Ms'), 2),
    decimal(samples.median(client, inFlight, 'p99Ms'), 2),
  ]),
}));
publish('graphql', [goalSection(goals), ...sections], quick);
