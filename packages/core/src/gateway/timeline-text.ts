import type { MoneyVerb } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Money } from '../model/money.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { AttemptReport } from '../resilience/guard.ts';

/** A claim in words. */
export function describeClaim({ verb, amount, provider }: ClaimFacts): string {
  return `${verb} of ${amount.minorUnits} ${amount.currency} claimed for ${provider}`;
}

/** What there is to say of a claim. */
export interface ClaimFacts {
  readonly verb: MoneyVerb;
  readonly amount: Money;
  readonly provider: string;
}

/** A payment that may have been asked for twice, in words. */
export function describeLikelyDouble(earlier: PaymentId): string {
  return `looks like ${earlier}, which was begun shortly before under another key: it may be a double`;
}

/** One attempt and what follows from it, in words. */
export function describeAttempt({ provider, report }: AttemptFacts): string {
  const tookMs = Math.round(report.endedAtMs - report.startedAtMs);
  return `attempt ${report.number} at ${provider}: ${describeResult(report.result)} after ${tookMs} ms; ${report.next}`;
}

/** What there is to say of an attempt. */
export interface AttemptFacts {
  readonly provider: string;
  readonly report: AttemptReport;
}

/** The end of an operation, or of what is known about it, in words. */
export function describeSettlement({ verb, outcome }: SettlementFacts): string {
  return `${verb} ${describeResult(outcome)}`;
}

/** What there is to say of a settlement. */
export interface SettlementFacts {
  readonly verb: MoneyVerb;
  readonly outcome: Outcome<OperationResult>;
}

/** A result in words. */
export function describeResult(result: AttemptResult | Outcome<OperationResult>): string {
  switch (result.kind) {
    case 'declined':
      return `declined (${result.reason})`;
    case 'rejected':
      return `not executed (${result.reason}: ${result.message})`;
    case 'unknown':
      return `unknown (${result.cause}: ${result.message})`;
    case 'not_found':
      return 'not found';
    case 'pending':
      return `pending (expect ${result.expect})`;
    case 'action_required':
      return `the payer must act (${result.action.type})`;
    case 'succeeded':
      return 'succeeded';
  }
}
