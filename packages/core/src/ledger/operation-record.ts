import type { MoneyVerb } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Money } from '../model/money.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OperationResult, ProviderCommands } from '../provider/operation.ts';

/** One operation on a payment: what was asked under one key, and what became of it. */
export interface OperationRecord {
  /** Unique in the ledger. */
  readonly id: string;
  readonly tenant: string;
  readonly verb: MoneyVerb;
  readonly paymentId: PaymentId;
  /** The caller's key. Unique for tenant and key scope. */
  readonly idempotencyKey: string;
  /** The request in canonical form. The same key with another fingerprint is refused. */
  readonly fingerprint: string;
  readonly provider: string;
  /** The key that the provider gets. */
  readonly providerKey: string;
  readonly amount: Money;
  /**
   * `in_flight`: being asked. `open`: asked, the result is pending or unknown. `review`: open, and a person has to
   * settle it. `finished`: the outcome is final.
   */
  readonly state: 'in_flight' | 'open' | 'review' | 'finished';
  /** Absent while it is in flight. */
  readonly outcome?: Outcome<OperationResult> | undefined;
  /** The command while it may have to be sent again, where that settles an unknown outcome. Holds no secret. */
  readonly command?: ProviderCommands[MoneyVerb] | undefined;
  /** The request as it was made, where the provider keeps it. */
  readonly request?: unknown;
  /** How often the request was sent again because the provider had never seen it, and when last. */
  readonly sentAgain?: { readonly times: number; readonly atMs: number };
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}
