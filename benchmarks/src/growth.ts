// What many providers cost: per call, at rest, and in memory.
import { Child } from './child.ts';
import type { ClientName } from './client-list.ts';
import type { IdleFigures } from './idle-process.ts';
import { interleave } from './interleave.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish, type Section } from './report.ts';
import { SampleSet } from './sample-set.ts';

const base = '10 registered, 10 used';
const clients: readonly ClientName[] = [
  base,
  '1,000 registered, 10 used',
  '1,000 registered, all used',
  '10 registered, routed',
  '1,000 registered, routed',
];
const inFlight = 10;

const { quick, rounds } = readOptions(11);
const calls = quick ? 500 : 3_000;
const idle = await measureIdle();
const samples = new SampleSet(
  await interleave({ clients, loads: [{ inFlight, calls }], rounds }, (round) =>
    console.error(`growth: round ${round} of ${rounds}`),
  ),
);

const goals = goalSection([
  {
    text: 'CPU per call of 1,000 registered ÷ 10 registered, same 10 used',
    measured: samples.ratio('1,000 registered, 10 used', base, inFlight, 'cpuMicros'),
    atMost: 1.25,
  },
  { text: 'timers after registering 1,000', measured: idle.timersAfterRegistration, atMost: 0 },
  { text: 'timers after 10 of them were used and were idle for 8 s', measured: idle.timersAfterUse, atMost: 0 },
]);

publish('growth', [goals, callSection(), idleSection(idle)], quick);

function callSection(): Section {
  return {
    title: 'CPU per call',
    text:
      `Medians of ${rounds} rounds of ${calls} calls, ${inFlight} in flight. "Used": the command names its provider. ` +
      '"Routed": it names none, and the default router takes the first that can; all calls then go to one provider.',
    columns: ['providers', 'CPU µs/call', '× base', 'calls/s', 'p99 ms'],
    rows: clients.map((client) => [
      client,
      decimal(samples.median(client, inFlight, 'cpuMicros'), 0),
      decimal(samples.ratio(client, base, inFlight, 'cpuMicros'), 2),
      decimal(samples.median(client, inFlight, 'perSecond'), 0),
      decimal(samples.median(client, inFlight, 'p99Ms'), 2),
    ]),
  };
}

function idleSection(figures: IdleFigures): Section {
  return {
    title: '1,000 providers at rest',
    columns: ['figure', 'measured'],
    rows: [
      ['time to make 1,000 providers and their gateway, ms', decimal(figures.bootMs, 1)],
      ['heap per unused provider, KB', decimal(figures.heapKbEach, 2)],
      ['resources that hold the process, after registration', figures.resourcesAfterRegistration],
      ['resources that hold the process, after use and 8 s at rest', figures.resourcesAfterUse],
      ['CPU at rest, ms/s', decimal(figures.idleCpuMsPerSecond, 2)],
    ],
  };
}

async function measureIdle(): Promise<IdleFigures> {
  const server = new Child<'cpu', number>('server-process.js');
  const child = new Child<'measure', IdleFigures>(
    'idle-process.js',
    [String(await server.greeting)],
    ['--expose-gc', '--no-warnings'],
  );
  await child.greeting;
  const figures = await child.ask('measure');
  child.stop();
  server.stop();
  return figures;
}
