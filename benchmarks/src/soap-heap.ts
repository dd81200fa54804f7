// 100,000 calls over SOAP, signed and verified: what is left in memory.
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { startSoapCalls } from './soap-calls.ts';

const { quick } = readOptions(1);
const step = quick ? 1_000 : 10_000;

const calls = await startSoapCalls(16);
const heaps: number[] = [];
for (let done = 1; done <= 10; done += 1) {
  await calls.call(step);
  heaps.push(calls.heapBytes());
  console.error(`soap-heap: ${done * step} calls`);
}
await calls.close();

const [first = 0] = heaps;
const growth = Math.max(...heaps) - first;
publish(
  'soap-heap',
  [
    goalSection([
      { text: `MB that the heap grows from ${step} to ${10 * step} calls`, measured: growth / 1e6, atMost: 1 },
    ]),
    {
      title: 'Heap',
      text: 'In use after a collection of garbage. Requests are signed, answers verified; 16 in flight.',
      columns: ['calls', 'MB'],
      rows: heaps.map((bytes, index) => [(index + 1) * step, decimal(bytes / 1e6, 2)]),
    },
  ],
  quick,
);
