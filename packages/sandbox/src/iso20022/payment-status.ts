import { OUTCOME_MESSAGES, type OutcomeCode } from '../acquirer/outcome-code.ts';
import type { Verdict } from './decision.ts';
import type { Fields } from './fields.ts';
import type { Rail, RailRule } from './rail.ts';

/** Where a payment stands, in the words of the rail. */
export interface PaymentStatus {
  /** TxSts. */
  readonly code: string;
  /** An external status reason code. */
  readonly reason?: string;
  readonly text?: string;
}

/** The status that a verdict gives a payment. */
export function statusOf(verdict: Verdict, rail: Rail): PaymentStatus {
  return verdict.kind === 'settled' ? { code: rail.settledStatus } : rejectedFor(verdict.code, rail);
}

/** RJCT with the reason that the rail has for an outcome. */
function rejectedFor(outcome: OutcomeCode, { reasons }: Rail): PaymentStatus {
  const reason = reasons[outcome];
  if (reason !== undefined) return { code: 'RJCT', reason, text: OUTCOME_MESSAGES[outcome] ?? '' };
  return { code: 'RJCT', reason: 'MS03', text: `Declined with response code ${outcome}` };
}

/** RJCT with the reason of a rule of the rail. */
export function rejectedBy(rule: RailRule, { rules }: Rail): PaymentStatus {
  return { code: 'RJCT', reason: rules[rule], text: `Rule of the network: ${rule}` };
}

/** StsRsnInf of a status; undefined where it has no reason. */
export function reasonOf({ reason, text }: PaymentStatus): Fields | undefined {
  if (reason === undefined) return undefined;
  return { Rsn: { Cd: reason }, AddtlInf: text };
}
