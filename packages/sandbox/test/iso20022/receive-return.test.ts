import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bench, startBench, us } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { summary, textOf } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

const paid = () => bench.sandbox.iso20022.pay({ member: us.id, amount: 5000n, account: '42', endToEndId: 'E1' });
const rejection = (body: string) => /<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>([^<]*)/.exec(body)?.[1];

it('gives back what was received, in parts', async () => {
  const uetr = paid();
  const [received = ''] = await bench.waiting();
  expect(summary(received, 'UETR', 'EndToEndId', 'IntrBkSttlmAmt')).toEqual(['pacs.008.001.08', uetr, 'E1', '50.00']);
  const { body } = await bench.giveBack('R1', uetr, '20.00');
  expect(summary(body, 'TxSts', 'OrgnlMsgId', 'OrgnlUETR', 'OrgnlTxId')).toEqual([
    'pacs.002.001.10',
    'ACSC',
    'R1',
    uetr,
    'R-R1',
  ]);
  expect(rejection((await bench.giveBack('R2', uetr, '30.01')).body)).toBe('AM09');
  expect(summary((await bench.giveBack('R3', uetr, '30.00')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  expect(rejection((await bench.giveBack('R4', uetr, '0.01')).body)).toBe('FF12');
  expect(bench.sandbox.book.movementsOf('R1')).toMatchObject([
    { kind: 'refund', amount: 2000n, debit: 'account:42', credit: 'account:99999999' },
  ]);
  expect(bench.sandbox.book.balanceOf('account:42', 'USD')).toBe(0n);
});

it('is rejected for what was sent, or is unknown', async () => {
  await bench.pay('M1');
  expect(rejection((await bench.giveBack('R1', UETR, '50.00')).body)).toBe('FF12');
  expect(rejection((await bench.giveBack('R2', '00000000-0000-4000-8000-000000000000', '50.00')).body)).toBe('FF12');
  expect(bench.sandbox.book.movements()).toHaveLength(1);
});

it('follows the script, late too, and is found by inquiries', async () => {
  const uetr = paid();
  bench.sandbox.script.pushFor('refund', '51', '68');
  expect(rejection((await bench.giveBack('R1', uetr, '50.00')).body)).toBe('AM04');
  expect((await bench.giveBack('R2', uetr, '50.00')).status).toBe(202);
  bench.sandbox.clock.advance(15_000);
  const [, late = ''] = await bench.waiting();
  expect(summary(late, 'TxSts', 'OrgnlMsgId')).toEqual(['pacs.002.001.10', 'ACSC', 'R2']);
  bench.sandbox.clock.advance(25_000);
  expect(textOf((await bench.inquire('Q1', 'R2')).body, 'TxSts')).toBe('ACSC');
});
