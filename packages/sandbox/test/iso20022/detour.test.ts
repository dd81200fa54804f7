import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench, us } from './support/bench.ts';
import { poll, post } from './support/member.ts';
import { summary, textOf } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

const moved = () => bench.sandbox.book.movements().length;
const uetr = (index: number): string => `00000000-0000-4000-8000-00000000000${index}`;

describe('an answer', () => {
  it('that is late comes on the stream', async () => {
    bench.sandbox.faults.add({ fault: 'late_answer', delayMs: 5000, match: { operation: 'transfer' } });
    expect((await bench.pay('M1')).status).toBe(202);
    expect(moved()).toBe(1);
    expect(await bench.waiting()).toEqual([]);
    bench.sandbox.clock.advance(5000);
    expect((await bench.waiting()).map((xml) => summary(xml, 'TxSts'))).toEqual([['pacs.002.001.10', 'ACSC']]);
  });

  it('that is lost never comes, but is there for an inquiry and for the same message again', async () => {
    bench.sandbox.faults.add({ fault: 'lost_answer' });
    const message = bench.transfer('M1');
    expect((await post(bench.sandbox, message)).status).toBe(202);
    bench.sandbox.clock.advance(60_000);
    expect(await bench.waiting()).toEqual([]);
    expect(textOf((await bench.inquire('Q1', 'M1')).body, 'TxSts')).toBe('ACSC');
    expect(textOf((await post(bench.sandbox, message)).body, 'TxSts')).toBe('ACSC');
    expect(moved()).toBe(1);
  });

  it('comes twice', async () => {
    bench.sandbox.faults.add({ fault: 'duplicate_answer' });
    const { body } = await bench.pay('M1');
    expect(await bench.waiting()).toEqual([body]);
  });

  it('comes behind the next one, or alone after a while', async () => {
    bench.sandbox.faults.add({ fault: 'reorder_answer', times: 2 });
    await bench.pay('M1', { uetr: uetr(1) });
    bench.sandbox.iso20022.pay({ member: us.id, amount: 100n });
    expect((await bench.waiting()).map((xml) => textOf(xml, 'MsgDefIdr'))).toEqual([
      'pacs.008.001.08',
      'pacs.002.001.10',
    ]);
    await bench.pay('M2', { uetr: uetr(2) });
    bench.sandbox.clock.advance(60_000);
    expect(textOf((await bench.waiting())[2] ?? '', 'OrgnlMsgId')).toBe('M2');
  });
});

it('a request that is lost was never there', async () => {
  bench.sandbox.faults.add({ fault: 'lost_request' });
  expect((await bench.pay('M1')).status).toBe(202);
  bench.sandbox.clock.advance(60_000);
  expect(moved()).toBe(0);
  expect((await bench.inquire('Q1', 'M1')).body).toContain('<Cd>AG09</Cd>');
});

describe('a batch of the stream', () => {
  const positions = async () => (await poll(bench.sandbox)).messages.map(({ position }) => Number(position));
  const two = async (): Promise<readonly number[]> => {
    for (const amount of [100n, 200n]) bench.sandbox.iso20022.pay({ member: us.id, amount });
    return positions();
  };

  it('is struck only by a fault that names the stream', async () => {
    bench.sandbox.faults.add({ fault: 'html_502' });
    const known = await two();
    expect(known).toHaveLength(2);
    expect((await bench.pay('M1')).status).toBe(502);
  });

  it('comes twice, in another order, later, never', async () => {
    const known = await two();
    const match = { operation: 'stream' } as const;
    bench.sandbox.faults.add({ fault: 'duplicate_answer', match });
    expect(await positions()).toEqual(known.flatMap((position) => [position, position]));
    bench.sandbox.faults.add({ fault: 'reorder_answer', match });
    expect(await positions()).toEqual([...known].reverse());
    bench.sandbox.faults.add({ fault: 'late_answer', match });
    expect(await positions()).toEqual([]);
    expect(await positions()).toEqual(known);
    bench.sandbox.faults.add({ fault: 'lost_answer', match });
    expect(await positions()).toEqual([]);
    expect(await positions()).toEqual([]);
  });
});
