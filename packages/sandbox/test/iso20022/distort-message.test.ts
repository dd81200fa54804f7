import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FaultName } from '../../src/index.ts';
import { type Bench, startBench } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { poll } from './support/member.ts';
import { isSignedBy, summary, textOf } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

const isBelieved = (xml: string): boolean => isSignedBy(xml, bench.sandbox.iso20022.publicKey);

async function struckBy(fault: FaultName): Promise<string> {
  bench.sandbox.faults.add({ fault });
  const { body } = await bench.pay('M1');
  expect(bench.sandbox.book.movements()).toHaveLength(1);
  return body;
}

it.each([
  ['other_amount', ['ACSC', 'M1', UETR, '50.01']],
  ['other_reference', ['ACSC', 'of-another-payment', '00000000-0000-4000-8000-000000000000', '50.00']],
  ['unknown_status', ['QNTM', 'M1', UETR, '50.00']],
] as const)('%s is a lie that the network signs', async (fault, values) => {
  const body = await struckBy(fault);
  expect(summary(body, 'TxSts', 'OrgnlMsgId', 'OrgnlUETR', 'IntrBkSttlmAmt')).toEqual(['pacs.002.001.10', ...values]);
  expect(isBelieved(body)).toBe(true);
});

it('other_currency is a lie that the network signs', async () => {
  const body = await struckBy('other_currency');
  expect(body).toContain('<IntrBkSttlmAmt Ccy="EUR">');
  expect(isBelieved(body)).toBe(true);
});

it('stale is an old message, rightly signed', async () => {
  const body = await struckBy('stale');
  expect(Date.parse(textOf(body, 'CreDt') ?? '')).toBeLessThan(bench.sandbox.clock.now() - 3_500_000);
  expect(isBelieved(body)).toBe(true);
});

it.each(['tampered', 'unsigned', 'wrong_key'] as const)('%s cannot be believed', async (fault) => {
  const body = await struckBy(fault);
  expect(isBelieved(body)).toBe(false);
  expect(textOf(body, 'TxSts')).toBe(fault === 'tampered' ? 'RJCT' : 'ACSC');
  expect(textOf(body, 'ds:KeyName')).toBe(fault === 'unsigned' ? undefined : 'network');
});

it('strikes messages of the stream too', async () => {
  await bench.pay('M1', { amount: '50.68' });
  bench.sandbox.clock.advance(15_000);
  bench.sandbox.faults.add({ fault: 'tampered', match: { operation: 'stream' } });
  const [struck] = (await poll(bench.sandbox)).messages;
  const [right] = (await poll(bench.sandbox)).messages;
  expect([struck, right].map((entry) => isBelieved(entry?.message ?? ''))).toEqual([false, true]);
});

it.each(['garbage_200', 'truncate', 'reset_after', 'hang_before'] as const)('%s is no answer', async (fault) => {
  bench.sandbox.faults.add({ fault });
  const answer = await Promise.race([
    bench.pay('M1').then(
      ({ body }) => body,
      () => 'broken',
    ),
    expect
      .poll(() => bench.sandbox.faults.firings().length)
      .toBe(1)
      .then(() => 'struck'),
  ]);
  expect(answer).not.toContain('</BizMsgEnvlp>');
});
