import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Issue, Outcome, RejectReason } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';

/** The gateway's answer to a command. */
export interface Receipt {
  readonly outcome: Outcome<OperationResult>;
  /** True when the key was known and this is the stored outcome. */
  readonly replayed: boolean;
  /** The payment after it. Absent when nothing was stored. */
  readonly payment?: Payment;
  /** The operation that the key names. Absent when nothing was stored. */
  readonly operationId?: string;
}

/** The answer for a key that is known with the same request. */
export function knownReceipt(operation: OperationRecord, payment: Payment): Receipt {
  const outcome: Outcome<OperationResult> = operation.outcome ?? {
    kind: 'rejected',
    reason: 'key_in_flight',
    message: 'the first request with this key is still being carried out',
    retryAfterMs: 1_000,
  };
  return { outcome, replayed: operation.outcome !== undefined, payment, operationId: operation.id };
}

/** The answer for a key that is known with another request. */
export const keyReused: Receipt = rejected('key_reused', 'this key was used for another request');

/** The answer to what was not carried out. */
export function rejected(reason: RejectReason, message: string): Receipt {
  return { outcome: { kind: 'rejected', reason, message }, replayed: false };
}

/** The answer to a command that is not as it should be. */
export function refused(issues: readonly Issue[]): Receipt {
  const message = issues.map((issue) => issue.message).join('; ');
  return { outcome: { kind: 'rejected', reason: 'invalid_command', message, issues }, replayed: false };
}
