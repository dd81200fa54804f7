import { OUTCOME_MESSAGES, type OutcomeCode } from '../acquirer/outcome-code.ts';
import type { Fields } from './fields.ts';
import type { Rail } from './rail.ts';

/** Where a payment stands, in the words of the rail. */
export interface PaymentStatus {
  /** TxSts. */
  readonly code: string;
  /** An external status reason code. */
  readonly reason?: string;
  readonly text?: string;
}

/** RJCT with the reason that the rail has for an outcome. */
export function rejectedFor(outcome: OutcomeCode, { reasons }: Rail): PaymentStatus {
  const reason = reasons[outcome];
  if (reason !== undefined) return { code: 'RJCT', reason, text: OUTCOME_MESSAGES[outcome] ?? '' };
  return { code: 'RJCT', reason: 'MS03', text: `Declined with response code ${outcome}` };
}

/** StsRsnInf of a status; undefined where it has no reason. */
export function reasonOf({ reason, text }: PaymentStatus): Fields | undefined {
  if (reason === undefined) return undefined;
  return { Rsn: { Cd: reason }, AddtlInf: text };
}
