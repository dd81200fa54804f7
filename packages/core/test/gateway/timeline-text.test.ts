import { describe, expect, it } from 'vitest';
import { describeAttempt, describeClaim, describeResult, describeSettlement } from '../../src/gateway/timeline-text.ts';
import { money } from '../../src/model/money.ts';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';

describe('the timeline', () => {
  it.each<[AttemptResult, string]>([
    [{ kind: 'succeeded', value: { providerReference: 'x' } }, 'succeeded'],
    [{ kind: 'pending', value: {}, expect: 'webhook' }, 'pending (expect webhook)'],
    [
      { kind: 'action_required', value: {}, action: { type: 'redirect', url: 'https://x.example/?secret=1' } },
      'the payer must act (redirect)',
    ],
    [{ kind: 'declined', reason: 'insufficient_funds' }, 'declined (insufficient_funds)'],
    [{ kind: 'rejected', reason: 'not_delivered', message: 'refused' }, 'not executed (not_delivered: refused)'],
    [{ kind: 'unknown', cause: 'timeout', message: 'no answer' }, 'unknown (timeout: no answer)'],
    [{ kind: 'not_found' }, 'not found'],
  ])('says %o in words', (result, text) => {
    expect(describeResult(result)).toBe(text);
  });

  it('says of an attempt where, what, how long and what next', () => {
    const result: AttemptResult = { kind: 'declined', reason: 'do_not_honour' };
    const report = { number: 2, startedAtMs: 1_000, endedAtMs: 1_012.4, result, next: 'this is final' };
    expect(describeAttempt({ provider: 'acme', report })).toBe(
      'attempt 2 at acme: declined (do_not_honour) after 12 ms; this is final',
    );
  });

  it('says what was claimed and what it came to', () => {
    expect(describeClaim({ verb: 'refund', amount: money(1_250n, 'EUR'), provider: 'acme' })).toBe(
      'refund of 1250 EUR claimed for acme',
    );
    const outcome = { kind: 'rejected', reason: 'aborted', message: 'the caller gave up' } as const;
    expect(describeSettlement({ verb: 'refund', outcome })).toBe('refund not executed (aborted: the caller gave up)');
  });
});
