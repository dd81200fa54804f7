import {
  type Decoded,
  type EncodeContext,
  type InquiryCommand,
  isFollowingVerb,
  type MoneyVerb,
  money,
  type OperationResult,
  type OriginalPayment,
  type PaymentId,
  type Provider,
  type ProviderCommands,
  parsePaymentId,
} from '@polyrail/core';
import type { ConformanceSubject } from './conformance-subject.ts';

/** One verb of a provider with a command for it, for checks of the pure functions. */
export interface Specimen {
  readonly verb: MoneyVerb;
  readonly context: EncodeContext;
  encode(): unknown;
  decode(answer: unknown): Decoded<OperationResult>;
  /** The safe question about this very operation. */
  readonly inquiry: InquiryCommand;
}

const idempotencyKey = 'caller-key-1';
const providerKey = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const startedAtMs = Date.UTC(2026, 10, 23, 12);

/** A specimen of every verb that a provider has. */
export function specimensOf(subject: ConformanceSubject, provider: Provider): readonly Specimen[] {
  const { transfer, charge } = subject.samples;
  const sample = transfer ?? charge;
  if (sample === undefined) throw new Error('the subject has no sample');
  const original: OriginalPayment = {
    id: paymentId,
    verb: transfer === undefined ? 'charge' : 'transfer',
    status: 'succeeded',
    amount: sample.amount,
    captured: sample.amount,
    refunded: money(0n, sample.amount.currency),
    reference: sample.reference,
    providerReference: 'original_1',
    createdAtMs: startedAtMs,
    ...subject.original,
  };
  const following = { idempotencyKey, payment: paymentId, amount: sample.amount, original };
  const make = <V extends MoneyVerb>(verb: V, command: ProviderCommands[V] | undefined): readonly Specimen[] =>
    command === undefined ? [] : specimenOf(provider, verb, command, original);
  return [
    ...make('authorize', charge && { ...charge, idempotencyKey }),
    ...make('charge', charge && { ...charge, idempotencyKey }),
    ...make('transfer', transfer && { ...transfer, idempotencyKey }),
    ...make('requestPayment', transfer && { ...transfer, idempotencyKey }),
    ...make('capture', following),
    ...make('void', following),
    ...make('refund', following),
    // Only what was sent is asked back, whatever the other verbs follow.
    ...make('recall', { ...following, original: { ...original, verb: 'transfer' } }),
  ];
}

function specimenOf<V extends MoneyVerb>(
  provider: Provider,
  verb: V,
  command: ProviderCommands[V],
  original: OriginalPayment,
): readonly Specimen[] {
  const operation = provider.operations[verb];
  if (operation === undefined) return [];
  const { maxLength = 32 } = operation.idempotency;
  const context = { idempotencyKey: providerKey.slice(0, maxLength), startedAtMs };
  const asked = isFollowingVerb(verb) ? original : withoutProviderReference(original);
  return [
    {
      verb,
      context,
      encode: () => operation.encode(command, context),
      decode: (answer) => operation.decode(answer, command, context),
      inquiry: { verb, payment: asked, ...context, askedAtMs: startedAtMs, amount: original.amount },
    },
  ];
}

/** As a payment is while nobody knows whether it was executed. */
function withoutProviderReference({ providerReference: _, ...payment }: OriginalPayment): OriginalPayment {
  return payment;
}

const paymentId = idOf('pay_0190f7a3c1d27e4ab1c2d3e4f5a6b7c8');

function idOf(text: string): PaymentId {
  const id = parsePaymentId(text);
  if (id === undefined) throw new Error(`${text} is no payment id`);
  return id;
}
