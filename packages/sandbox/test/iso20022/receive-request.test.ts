import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bench, startBench } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { summary, textOf } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

it('is accepted and paid under its UETR', async () => {
  const { body } = await bench.request('A1', '50.00');
  expect(summary(body, 'TxSts', 'OrgnlMsgId', 'OrgnlUETR', 'OrgnlPmtInfId')).toEqual([
    'pain.014.001.07',
    'ACCP',
    'A1',
    UETR,
    'P1',
  ]);
  const [payment = ''] = await bench.waiting();
  expect(summary(payment, 'UETR', 'EndToEndId', 'IntrBkSttlmAmt', 'IBAN')).toEqual([
    'pacs.008.001.08',
    UETR,
    'INV-9',
    '50.00',
    'DE89370400440532013000',
  ]);
  expect(bench.sandbox.book.movementsOf(UETR)).toMatchObject([
    { debit: 'account:777', credit: 'iban:DE89370400440532013000', amount: 5000n, clientReference: 'A1' },
  ]);
  // What was paid so can be given back.
  expect(textOf((await bench.giveBack('R1', UETR, '50.00')).body, 'TxSts')).toBe('ACSC');
});

it('is rejected by digits and by rules, and nothing is paid', async () => {
  expect((await bench.request('A1', '50.51')).body).toMatch(/<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>AM04</);
  expect((await bench.request('A2', '50.00', 'EUR')).body).toMatch(/<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>AM03</);
  expect(await bench.waiting()).toEqual([]);
  expect(bench.sandbox.book.movements()).toEqual([]);
});

it('is pending with digits 68, then answered and paid on the stream', async () => {
  expect(textOf((await bench.request('A1', '50.68')).body, 'TxSts')).toBe('PDNG');
  bench.sandbox.clock.advance(15_000);
  const later = await bench.waiting();
  expect(later.map((xml) => textOf(xml, 'MsgDefIdr'))).toEqual(['pacs.008.001.08', 'pain.014.001.07']);
  expect(textOf(later[1] ?? '', 'TxSts')).toBe('ACCP');
  bench.sandbox.clock.advance(25_000);
  expect(summary((await bench.inquire('Q1', 'A1')).body, 'TxSts')).toEqual(['pain.014.001.07', 'ACCP']);
});
