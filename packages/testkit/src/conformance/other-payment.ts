import assert from 'node:assert/strict';
import type { PaymentId, Receipt } from '@polyrail/core';
import type { ConformanceSubject } from './conformance-subject.ts';
import { type RecordedLine, withLine } from './recorded-line.ts';

type Step = 'capture' | 'void' | 'refund';

/**
 * Follows two payments that differ in nothing but who they are, and answers the second with the answer to the first, as a
 * connection does that has lost its place.
 */
export async function takesNoAnswerOfAnother(subject: ConformanceSubject, step: Step): Promise<void> {
  if (step === 'refund' && subject.refundsSamples === false) return;
  await withLine(subject, async (line) => {
    if (line.provider.operations[step] === undefined) return;
    const [first, second] = [await begun(subject, line, step, 'key-1'), await begun(subject, line, step, 'key-2')];
    if (first === undefined || second === undefined) return;
    assert.equal((await line.gateway[step]({ payment: first, idempotencyKey: 'step-1' })).outcome.kind, 'succeeded');
    line.divert(line.came.at(-1));
    const { outcome } = await line.gateway[step]({ payment: second, idempotencyKey: 'step-2' });
    assert.notEqual(outcome.kind, 'succeeded', `the ${step} of another payment is not noticed: compare what it names`);
    line.divert(undefined);
  });
}

/** The payment that the step is about. `undefined`: the subject has no sample for one. */
async function begun(
  { samples: { charge } }: ConformanceSubject,
  { gateway, provider, open }: RecordedLine,
  step: Step,
  idempotencyKey: string,
): Promise<PaymentId | undefined> {
  if (step === 'refund') return idOf(await open(idempotencyKey));
  if (charge === undefined || provider.operations.authorize === undefined) return undefined;
  return idOf(await gateway.authorize({ ...charge, idempotencyKey }));
}

function idOf({ payment }: Receipt): PaymentId {
  assert.ok(payment, 'the opening stored no payment');
  return payment.id;
}
