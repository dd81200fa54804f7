import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { call } from '../acquirer-client.ts';
import { type Bench, startBench, us } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { summary } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

it('moves the money of a transfer back and tells its sender', async () => {
  await bench.pay('M1');
  bench.sandbox.iso20022.giveBack({ member: us.id, uetr: UETR });
  const [returned = ''] = await bench.waiting();
  expect(summary(returned, 'OrgnlMsgId', 'RtrdIntrBkSttlmAmt')).toEqual(['pacs.004.001.10', 'M1', '50.00']);
  expect(returned).toContain('<Rsn><Cd>AC04</Cd></Rsn>');
  expect(bench.sandbox.book.balances()).toEqual([]);
});

it('refuses what was never settled, or is given back already', async () => {
  const order = { member: us.id, uetr: UETR };
  await bench.pay('M1', { currency: 'EUR' });
  expect(() => bench.sandbox.iso20022.giveBack(order)).toThrow(/sent no transfer/);
  await bench.pay('M2');
  bench.sandbox.iso20022.giveBack(order);
  expect(() => bench.sandbox.iso20022.giveBack(order)).toThrow(/Nothing .* is left/);
  expect(() => bench.sandbox.iso20022.giveBack({ ...order, member: 'other' })).toThrow(/sent no transfer/);
});

it('is a control', async () => {
  await bench.pay('M1');
  const body = { member: us.id, uetr: UETR, reason: 'MD07' };
  expect((await call(bench.sandbox, 'POST', '/_sandbox/iso20022/returns', body)).json).toEqual({ uetr: UETR });
  expect((await bench.waiting())[0]).toContain('<Rsn><Cd>MD07</Cd></Rsn>');
  expect((await call(bench.sandbox, 'POST', '/_sandbox/iso20022/returns', body)).status).toBe(400);
});
