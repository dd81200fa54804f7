import { OUTCOME_MESSAGES, type OutcomeCode } from '../acquirer/outcome-code.ts';
import type { Verdict } from './decision.ts';
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

/** Of a payment that is not decided. */
export const PENDING: PaymentStatus = { code: 'PDNG' };

/** Of a payment that an inquiry is about and that the network does not have. */
export const NOT_FOUND: PaymentStatus = { code: 'RJCT', reason: 'AG09', text: 'The network does not have this' };

/** External status reason codes of what the network rejects by its own rules, before any bank is asked. */
const RULES = {
  too_old: 'TM01',
  one_transaction: 'AM18',
  currency: 'AM03',
  // Also where too much is given back.
  amount_form: 'AM09',
  amount_limit: 'AM02',
  duplicate: 'AM05',
  not_returnable: 'FF12',
} as const;

/** A rule of the network that a payment breaks. */
export type RailRule = keyof typeof RULES;

/** The status that a verdict gives a payment. */
export function statusOf(verdict: Verdict, rail: Rail): PaymentStatus {
  return verdict.kind === 'settled' ? { code: 'ACSC' } : rejectedFor(verdict.code, rail);
}

/** RJCT with the reason that the rail has for an outcome. */
function rejectedFor(outcome: OutcomeCode, { reasons }: Rail): PaymentStatus {
  const reason = reasons[outcome];
  if (reason !== undefined) return { code: 'RJCT', reason, text: OUTCOME_MESSAGES[outcome] ?? '' };
  return { code: 'RJCT', reason: 'MS03', text: `Declined with response code ${outcome}` };
}

/** RJCT with the reason of a rule of the rail. */
export function rejectedBy(rule: RailRule): PaymentStatus {
  return { code: 'RJCT', reason: RULES[rule], text: `Rule of the network: ${rule}` };
}

/** StsRsnInf of a status; undefined where it has no reason. */
export function reasonOf({ reason, text }: PaymentStatus): Fields | undefined {
  if (reason === undefined) return undefined;
  return { Rsn: { Cd: reason }, AddtlInf: text };
}
