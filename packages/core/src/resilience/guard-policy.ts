import { PolyrailError } from '../model/error.ts';
import type { BackoffSettings } from './backoff.ts';
import { type BreakerSettings, defaultBreakerSettings } from './breaker.ts';
import type { BulkheadSettings } from './bulkhead.ts';
import { longestCallMs } from './longest-call.ts';
import type { RateLimitSettings } from './rate-limit.ts';
import type { RetryBudgetSettings } from './retry-budget.ts';

/** The limits around one provider. Every one has a default and a bound. */
export interface GuardPolicy {
  /** Time for the whole call: waiting, attempts and pauses. Default: 30,000; at most 90,000. */
  readonly deadlineMs: number;
  /** Time for one attempt, to the last byte of the answer. Default: 10,000. */
  readonly attemptTimeoutMs: number;
  /** Attempts in all. Default: 3. */
  readonly maxAttempts: number;
  readonly backoff: BackoffSettings;
  /** The longest `Retry-After` that is waited for. A longer one ends the call. Default: 10,000. */
  readonly maxRetryAfterMs: number;
  readonly retryBudget: RetryBudgetSettings;
  /** Default: no limit of ours; a provider's `Retry-After` always holds. */
  readonly rateLimit?: RateLimitSettings;
  readonly bulkhead: BulkheadSettings;
  readonly breaker: BreakerSettings;
}

/** What a host may set; the rest keeps its default. */
export interface GuardPolicyOptions {
  readonly deadlineMs?: number;
  readonly attemptTimeoutMs?: number;
  readonly maxAttempts?: number;
  readonly backoff?: Partial<BackoffSettings>;
  readonly maxRetryAfterMs?: number;
  readonly retryBudget?: Partial<RetryBudgetSettings>;
  readonly rateLimit?: RateLimitSettings;
  readonly bulkhead?: Partial<BulkheadSettings>;
  readonly breaker?: Partial<BreakerSettings>;
}

const defaults: GuardPolicy = {
  deadlineMs: 30_000,
  attemptTimeoutMs: 10_000,
  maxAttempts: 3,
  backoff: { baseMs: 100, capMs: 5_000 },
  maxRetryAfterMs: 10_000,
  retryBudget: { ratio: 0.1, perSecond: 1, burst: 10 },
  bulkhead: { maxConcurrent: 64, maxQueued: 256 },
  breaker: defaultBreakerSettings,
};

/**
 * Lays policies over the defaults, later ones over earlier ones.
 *
 * @throws PolyrailError `configuration_invalid` for a number that is not finite and more than zero (`maxQueued` and the
 * parts of the retry budget may be zero), and for a deadline that is too long
 */
export function guardPolicy(...layers: readonly GuardPolicyOptions[]): GuardPolicy {
  const policy = layers.reduce<GuardPolicy>(overlay, defaults);
  requireNumbers('', policy);
  if (policy.deadlineMs > longestCallMs)
    throw new PolyrailError(
      'configuration_invalid',
      `policy deadlineMs must be at most ${longestCallMs}: what is in flight for longer is taken over as interrupted`,
    );
  return policy;
}

/** Part by part: a layer that sets one number of the breaker keeps the others. */
function overlay(below: GuardPolicy, above: GuardPolicyOptions): GuardPolicy {
  return {
    ...below,
    ...above,
    backoff: { ...below.backoff, ...above.backoff },
    retryBudget: { ...below.retryBudget, ...above.retryBudget },
    bulkhead: { ...below.bulkhead, ...above.bulkhead },
    breaker: { ...below.breaker, ...above.breaker },
  };
}

const mayBeZero: ReadonlySet<string> = new Set([
  'bulkhead.maxQueued',
  'retryBudget.ratio',
  'retryBudget.perSecond',
  'retryBudget.burst',
]);

function requireNumbers(path: string, settings: object): void {
  for (const [name, value] of Object.entries(settings)) {
    const full = path + name;
    if (typeof value === 'object' && value !== null) requireNumbers(`${full}.`, value);
    else if (!Number.isFinite(value) || value < 0 || (value === 0 && !mayBeZero.has(full)))
      throw new PolyrailError(
        'configuration_invalid',
        `policy ${full} must be a number ${mayBeZero.has(full) ? 'of zero or more' : 'above zero'}`,
      );
  }
}
