import { redactText } from '@polyrail/redaction';
import { applyOutcome, type RecordingParts } from '../gateway/apply-outcome.ts';
import { defaultTenant } from '../gateway/identifiers.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';

/** What a person found out about an open operation, and how. */
export interface HandVerdict {
  readonly executed: boolean;
  /** The provider's id, where it was executed. Default: what is known, else the key that the provider got. */
  readonly providerReference?: string;
  /** Who says so. */
  readonly actor: string;
  /** Why: what was looked at, with whom it was cleared up. It stays on the timeline. */
  readonly reason: string;
}

/**
 * Ends the open operation of a payment by the word of a person. The timeline keeps who said so and why.
 *
 * @returns `undefined` where nothing is open, also because another word or an answer of the provider came first
 */
export async function settleByHand(
  parts: RecordingParts,
  {
    payment: id,
    tenant = defaultTenant,
    ...verdict
  }: HandVerdict & { readonly payment: PaymentId; readonly tenant?: string },
): Promise<Payment | undefined> {
  const payment = await parts.ledger.payment(tenant, id);
  const operation =
    payment?.openOperation === undefined ? undefined : await parts.ledger.operationById(payment.openOperation);
  if (payment === undefined || operation === undefined || operation.state === 'in_flight') return undefined;
  const { executed, actor, reason } = verdict;
  // Without a name of the provider's own, the key that it got names the operation.
  const providerReference = verdict.providerReference ?? payment.providerReference ?? operation.providerKey;
  const outcome: Outcome<OperationResult> = executed
    ? { kind: 'succeeded', value: { providerReference } }
    : { kind: 'rejected', reason: 'provider_refused', message: 'a person found that it was not executed' };
  const text = `${actor} settled the ${operation.verb} as ${executed ? 'executed' : 'not executed'}: ${reason}`;
  const applied = await applyOutcome(parts, operation, payment, {
    outcome,
    origin: { by: 'person', sinceMs: parts.clock.now() },
    entries: (atMs) => [{ atMs, type: 'settled', text: redactText(text) }],
  });
  return applied.kind === 'applied' ? applied.payment : undefined;
}
