import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bench, startBench } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { isSignedBy, summary, textOf } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

const moved = () => bench.sandbox.book.movementsOf(UETR).map(({ kind, amount }) => [kind, amount]);

it('brings the money back: CNCL, and a return on the stream', async () => {
  await bench.pay('M1');
  const { body } = await bench.recall('C1', 'M1');
  expect(summary(body, 'Conf', 'TxCxlSts', 'OrgnlMsgId', 'OrgnlUETR', 'CxlStsId')).toEqual([
    'camt.029.001.09',
    'CNCL',
    'ACCR',
    'M1',
    UETR,
    'cxl-1',
  ]);
  expect(/<RslvdCase><Id>case-1</.test(body)).toBe(true);
  const [returned = ''] = await bench.waiting();
  expect(summary(returned, 'OrgnlMsgId', 'OrgnlUETR', 'RtrdIntrBkSttlmAmt', 'Cd')).toEqual([
    'pacs.004.001.10',
    'M1',
    UETR,
    '50.00',
    'USABA',
  ]);
  expect(returned).toContain('<Rsn><Cd>FOCR</Cd></Rsn>');
  expect(isSignedBy(returned, bench.sandbox.iso20022.publicKey)).toBe(true);
  expect(moved()).toEqual([
    ['transfer', 5000n],
    ['refund', 5000n],
  ]);
});

it('is refused where there is nothing to bring back', async () => {
  await bench.pay('M1', { amount: '50.51' });
  expect((await bench.recall('C1', 'M1')).body).toMatch(/<TxCxlSts>RJCR<.*<Cd>(NOOR|ARDT)</s);
  expect((await bench.recall('C2', 'M9', '00000000-0000-4000-8000-000000000000')).body).toMatch(/<Cd>NOOR</);
  bench.sandbox.reset();
  await bench.pay('M1');
  await bench.recall('C1', 'M1');
  expect(summary((await bench.recall('C2', 'M1')).body, 'Conf')).toEqual(['camt.029.001.09', 'RJCR']);
  expect((await bench.recall('C3', 'M1')).body).toContain('<Cd>ARDT</Cd>');
  expect(moved()).toHaveLength(2);
});

it.each([
  ['51', 'AM04'],
  ['54', 'AC04'],
  ['57', 'LEGL'],
  ['91', 'NOAS'],
  ['05', 'CUST'],
])('is refused by script %s with %s', async (outcome, reason) => {
  await bench.pay('M1');
  bench.sandbox.script.pushFor('refund', outcome);
  const { body } = await bench.recall('C1', 'M1');
  expect(/<TxCxlSts>RJCR<\/TxCxlSts><CxlStsRsnInf><Rsn><Cd>([^<]*)/.exec(body)?.[1]).toBe(reason);
  expect(moved()).toHaveLength(1);
  expect(await bench.waiting()).toEqual([]);
});

it('is pending by script 68, then resolved on the stream', async () => {
  await bench.pay('M1');
  bench.sandbox.script.pushFor('refund', '68');
  expect(summary((await bench.recall('C1', 'M1')).body, 'Conf', 'TxCxlSts')).toEqual([
    'camt.029.001.09',
    'PDCR',
    'PDCR',
  ]);
  bench.sandbox.clock.advance(15_000);
  const later = await bench.waiting();
  expect(later.map((xml) => textOf(xml, 'MsgDefIdr'))).toEqual(['pacs.004.001.10', 'camt.029.001.09']);
  expect(textOf(later[1] ?? '', 'Conf')).toBe('CNCL');
  bench.sandbox.clock.advance(25_000);
  expect(summary((await bench.inquire('Q1', 'C1')).body, 'Conf')).toEqual(['camt.029.001.09', 'CNCL']);
});
