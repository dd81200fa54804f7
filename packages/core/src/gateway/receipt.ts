import type { Outcome } from '../model/outcome.ts';
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
