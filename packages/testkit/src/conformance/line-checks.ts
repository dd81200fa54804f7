import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { GatewayEvent, Receipt } from '@polyrail/core';
import type { SimulatorFault } from '../fault-matrix/fault.ts';
import type { Check, ConformanceSubject } from './conformance-subject.ts';
import { takesNoAnswerOfAnother } from './other-payment.ts';
import { type RecordedLine, withLine } from './recorded-line.ts';
import { textOf } from './text-of.ts';

/** Checks of the whole line: gateway, provider, transport and simulator. */
export const lineChecks: Readonly<Record<string, Check>> = {
  'sends the same bytes again in a retry': (subject) =>
    withLine(subject, async (line) => {
      await line.bench.arm('unavailable_503', 1);
      const { outcome } = await line.open('key-1');
      assert.equal(outcome.kind, subject.firstAnswer ?? 'succeeded');
      assert.equal(line.sent.length, 2, 'one answer without effect, then one retry');
      assert.deepEqual(line.sent[0], line.sent[1]);
    }),
  'does not forget a lost answer over a later refusal': (subject) =>
    withLine(subject, async (line) => {
      await line.bench.arm('reset_after', 1);
      await line.bench.arm('unavailable_503', 'always');
      const { outcome } = await line.open('key-1');
      assert.equal(outcome.kind, 'unknown', 'executed without an answer, then refused: nobody knows');
      assert.equal(await line.bench.movements(), 1, 'reset_after, armed first, strikes first, and it executes');
    }),
  'answers a known key from the ledger': (subject) =>
    withLine(subject, async (line) => {
      const first = await line.open('key-1');
      const second = await line.open('key-1');
      assert.deepEqual(second, { ...first, replayed: true });
      assert.equal(line.sent.length, 1);
      assert.equal(await line.bench.movements(), 1);
    }),
  'gives the keys of two tenants different names': (subject) =>
    withLine(subject, async (line) => {
      const keys = new Set<string | undefined>();
      for (const tenant of ['tenant-a', 'tenant-b']) {
        assert.equal((await line.open('key-1', tenant)).outcome.kind, subject.firstAnswer ?? 'succeeded');
        keys.add((await line.ledger.operation(tenant, 'payment', 'key-1'))?.providerKey);
      }
      assert.equal(keys.size, 2);
      assert.equal(await line.bench.movements(), 2);
    }),
  'never takes an unknown status for a success': (subject) =>
    withLine(subject, async (line) => {
      await line.bench.arm('unknown_status', 1);
      // Who cannot be asked later undoes what nobody understands.
      const expected = line.provider.inquiry === undefined ? 'unknown' : 'pending';
      assert.equal((await line.open('key-1')).outcome.kind, expected);
    }),
  'never takes an answer about another amount for a success': (subject) => mismatch(subject, 'other_amount'),
  'never takes an answer about another currency for a success': (subject) => mismatch(subject, 'other_currency'),
  'never takes an answer about another reference for a success': (subject) => mismatch(subject, 'other_reference'),
  "never takes another payment's capture for its own": (subject) => takesNoAnswerOfAnother(subject, 'capture'),
  "never takes another payment's void for its own": (subject) => takesNoAnswerOfAnother(subject, 'void'),
  "never takes another payment's refund for its own": (subject) => takesNoAnswerOfAnother(subject, 'refund'),
  'refunds twice under two keys, and once under one': (subject) =>
    subject.refundsSamples === false ? Promise.resolve() : withLine(subject, refundTwice),
  'shows no secret': (subject) => withLine(subject, (line) => showsNoSecret(subject, line)),
};

function mismatch(subject: ConformanceSubject, fault: SimulatorFault): Promise<void> {
  return withLine(subject, async (line) => {
    await line.bench.arm(fault, 1);
    const { outcome } = await line.open('key-1');
    assert.equal(outcome.kind, 'unknown', `${fault} is not noticed: report what the answer names`);
    assert.equal(outcome.cause, 'answer_mismatch');
  });
}

async function refundTwice({ gateway, provider, bench, open, sent }: RecordedLine): Promise<void> {
  if (!provider.capabilities.partialRefund) return;
  const payment = paymentOf(await open('key-1'));
  const { amount } = payment;
  const half = { ...amount, minorUnits: amount.minorUnits / 4n };
  for (const idempotencyKey of ['refund-1', 'refund-2', 'refund-2']) {
    const { outcome } = await gateway.refund({ payment: payment.id, idempotencyKey, amount: half });
    assert.equal(outcome.kind, 'succeeded', idempotencyKey);
  }
  assert.equal(sent.length, 3);
  assert.notDeepEqual(sent[1], sent[2]);
  assert.equal(await bench.movements(), 3);
}

function paymentOf({ payment }: Receipt): NonNullable<Receipt['payment']> {
  assert.ok(payment, 'the opening stored no payment');
  return payment;
}

async function showsNoSecret(subject: ConformanceSubject, line: RecordedLine): Promise<void> {
  const shown: unknown[] = [line.provider, line.gateway, line.gateway.providers()];
  line.gateway.subscribe((event: GatewayEvent) => shown.push(event));
  const receipt = await line.open('key-1');
  await line.bench.arm('reset_after', 'always');
  shown.push(receipt, await line.open('key-2'));
  shown.push(await line.gateway.timeline({ payment: paymentOf(receipt).id }));
  const text = [
    ...shown.map((thing) => inspect(thing, { depth: 50, showHidden: true, maxStringLength: null })),
    ...shown.map((thing) => JSON.stringify(thing, (_name, part) => (typeof part === 'bigint' ? `${part}` : part))),
    ...shown.map(textOf),
  ].join('\n');
  assert.ok(subject.secrets.length > 0, 'the subject names no secret');
  for (const secret of subject.secrets) assert.ok(!text.includes(secret), 'a secret can be read');
}
