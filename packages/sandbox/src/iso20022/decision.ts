import type { RefusalReason } from '../acquirer/answer.ts';
import type { Execution } from '../acquirer/execution.ts';
import type { OutcomeCode } from '../acquirer/outcome-code.ts';
import type { Payment, Refund } from '../acquirer/payment.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { NetworkParts } from './network-parts.ts';

/** What the acquirer made of a command: it was decided, or never got that far. */
export type Decision =
  | {
      readonly kind: 'decided';
      readonly resource: Payment | Refund;
      readonly inMs: number;
      readonly isPending: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'duplicate' };

/** `settled`, or the outcome that declines. */
export type Verdict = { readonly kind: 'settled' } | { readonly kind: 'declined'; readonly code: OutcomeCode };

/** Reads an execution. Throws MessageRefusal where the acquirer takes no more. */
export function decisionOf(execution: Execution, { behaviour }: NetworkParts): Decision {
  switch (execution.kind) {
    case 'executed':
    case 'replayed': {
      const { answer } = execution;
      if (answer.kind === 'refused') return { kind: 'refused', reason: answer.reason };
      const isPending = answer.resource.status === 'pending';
      const lateMs = execution.kind === 'executed' ? execution.lateMs : 0;
      const inMs = lateMs + (isPending ? behaviour.settleAfterMs : 0);
      return { kind: 'decided', resource: answer.resource, inMs, isPending };
    }
    case 'key_in_use':
    case 'key_reused':
      return { kind: 'duplicate' };
    case 'full':
      throw new MessageRefusal('FULL');
  }
}

/** Goes on with the verdict: at once, its result being returned, or later where it is held back. */
export function whenDecided<Result>(
  { acquirer, clock }: NetworkParts,
  { resource, inMs, isPending }: Decision & { readonly kind: 'decided' },
  atOnce: (verdict: Verdict) => Result,
  later: (verdict: Verdict) => void,
): Result | undefined {
  if (inMs === 0 && !isPending) return atOnce(verdictOf(resource));
  // The acquirer's own timer was set first, so it has run when this one does.
  clock.after(inMs, () => later(verdictOf(acquirer.payment(resource.id) ?? resource)));
  return undefined;
}

function verdictOf({ status, declineCode }: Payment | Refund): Verdict {
  if (status === 'failed') return { kind: 'declined', code: '96' };
  return declineCode === undefined ? { kind: 'settled' } : { kind: 'declined', code: declineCode };
}
