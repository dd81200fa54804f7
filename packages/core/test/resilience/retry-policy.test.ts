import { describe, expect, it } from 'vitest';
import type { RejectReason, UnknownCause } from '../../src/model/outcome.ts';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import { judgeRetry, type Repeatability, repeatabilityOf, settleResult } from '../../src/resilience/retry-policy.ts';

const now = 1_000_000;
const safe: Repeatability = { kind: 'safe' };
const once: Repeatability = { kind: 'once' };
const young: Repeatability = { kind: 'keyed', untilMs: now + 1 };
const old: Repeatability = { kind: 'keyed', untilMs: now };

const rejected = (reason: RejectReason): AttemptResult => ({ kind: 'rejected', reason, message: '' });
const unknown = (cause: UnknownCause): AttemptResult => ({ kind: 'unknown', cause, message: '' });

const rejections: readonly [RejectReason, boolean][] = [
  ['not_delivered', true],
  ['rate_limited', true],
  ['provider_unavailable', true],
  ['provider_refused', false],
  ['provider_unauthorized', false],
  ['invalid_command', false],
  ['aborted', false],
  ['deadline_exceeded', false],
  ['overloaded', false],
  ['breaker_open', false],
  ['ledger_unavailable', false],
];
const doubts: readonly [UnknownCause, boolean][] = [
  ['timeout', true],
  ['connection_lost', true],
  ['body_broken', true],
  ['answer_unreadable', true],
  ['provider_error', true],
  ['in_progress', true],
  ['answer_mismatch', false],
  ['aborted', false],
  ['interrupted', false],
];
const final: readonly AttemptResult[] = [
  { kind: 'succeeded', value: { providerReference: 'x' } },
  { kind: 'pending', value: {}, expect: 'poll' },
  { kind: 'action_required', action: { type: 'redirect', url: 'https://example.com' }, value: {} },
  { kind: 'declined', reason: 'issuer_unavailable' },
  { kind: 'not_found' },
];

describe('judgeRetry', () => {
  it.each(rejections)('rejected/%s is worth another attempt: %s', (reason, worth) => {
    for (const repeatability of [safe, once, young, old])
      expect(judgeRetry(rejected(reason), false, repeatability, now).retry).toBe(worth);
  });

  it.each(rejections)('rejected/%s after a doubt: only where a repeat cannot double it', (reason, worth) => {
    const answers = [safe, young, old, once].map((kind) => judgeRetry(rejected(reason), true, kind, now).retry);
    expect(answers).toEqual([worth, worth, false, false]);
  });

  it.each(doubts)('unknown/%s: only where a repeat cannot double it (%s)', (cause, worth) => {
    const answers = [safe, young, old, once].map((kind) => judgeRetry(unknown(cause), true, kind, now).retry);
    expect(answers).toEqual([worth, worth, false, false]);
  });

  it.each(final)('$kind is final', (result) => {
    for (const maybeSent of [true, false])
      for (const repeatability of [safe, once, young, old])
        expect(judgeRetry(result, maybeSent, repeatability, now)).toEqual({ retry: false, why: 'this is final' });
  });

  it('says why', () => {
    expect(judgeRetry(unknown('timeout'), true, once, now).why).toContain('does not recognise repeats');
    expect(judgeRetry(unknown('timeout'), true, old, now).why).toContain('too old');
    expect(judgeRetry(unknown('answer_mismatch'), true, safe, now).why).toContain('cannot be trusted');
  });
});

describe('repeatabilityOf', () => {
  it('keeps half of the window as a margin', () => {
    expect(repeatabilityOf({ carrier: 'header', name: 'key', windowMs: 1_000, replays: 'first' }, now)).toEqual({
      kind: 'keyed',
      untilMs: now + 500,
    });
  });

  it('is once for a provider that does not recognise keys', () => {
    expect(repeatabilityOf({ carrier: 'none' }, now)).toEqual(once);
  });
});

describe('settleResult', () => {
  const doubt = unknown('timeout');

  it.each([rejected('provider_refused'), rejected('not_delivered'), { kind: 'not_found' } as const])(
    'does not let $kind undo a doubt',
    (last) => {
      expect(settleResult(last, doubt)).toBe(doubt);
      expect(settleResult(last, undefined)).toBe(last);
    },
  );

  it.each([...final.filter(({ kind }) => kind !== 'not_found'), unknown('connection_lost')])(
    'believes $kind, an answer to the key itself',
    (last) => {
      expect(settleResult(last, doubt)).toBe(last);
    },
  );
});
