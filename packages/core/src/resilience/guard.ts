import type { Clock } from '../provider/clock.ts';
import { pause } from '../provider/pause.ts';
import type { SendContext } from '../provider/transport.ts';
import { type AttemptResult, healthOf, type Rejection } from './attempt-result.ts';
import { fullJitterMs } from './backoff.ts';
import type { Breaker, Permit } from './breaker.ts';
import type { Bulkhead } from './bulkhead.ts';
import type { GuardPolicy } from './guard-policy.ts';
import type { Random } from './random.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RetryBudget } from './retry-budget.ts';
import { judgeRetry, type Repeatability, settleResult } from './retry-policy.ts';

/** What the guard is asked to carry out. */
export interface GuardedCall {
  /** One attempt: encode was done before, so every attempt sends the same bytes. It never throws. */
  attempt(context: SendContext): Promise<AttemptResult>;
  /** May a perhaps executed request be sent again? Asked with the time of the first attempt. */
  repeatability(firstSentAtMs: number): Repeatability;
  /** Hears of each attempt and of what follows from it. */
  onAttempt?(report: AttemptReport): void;
  /** The caller gives up. What was sent stays sent. */
  readonly signal?: AbortSignal | undefined;
  /** Shorter time for the whole call than the policy's. */
  readonly deadlineMs?: number | undefined;
}

/** One attempt, for the timeline. */
export interface AttemptReport {
  /** From 1. */
  readonly number: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly result: AttemptResult;
  /** What comes next, in words. */
  readonly next: string;
}

/** What the guarded call came to. */
export interface GuardedResult {
  readonly result: AttemptResult;
  /** Attempts that were started. */
  readonly attempts: number;
}

/** The parts of one provider's guard. The budget and the rate limit are shared by its operation groups. */
export interface GuardParts {
  readonly policy: GuardPolicy;
  readonly clock: Clock;
  readonly random: Random;
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;
  readonly rateLimit: RateLimit;
  readonly retryBudget: RetryBudget;
}

// A transport ends its own attempt in time; one that does not is left behind after this much more.
const backstopMs = 250;

/**
 * The policies around one provider and operation group:
 * deadline ▸ bulkhead ▸ retry with a budget ▸ rate limit ▸ breaker ▸ attempt time limit.
 */
export class Guard {
  readonly #parts: GuardParts;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** The breaker of this provider and operation group, for display. */
  get breaker(): Breaker {
    return this.#parts.breaker;
  }

  run(call: GuardedCall): Promise<GuardedResult> {
    const { policy, clock, bulkhead, retryBudget } = this.#parts;
    const deadlineAtMs = clock.now() + Math.min(policy.deadlineMs, call.deadlineMs ?? policy.deadlineMs);
    retryBudget.deposit();
    if (bulkhead.tryEnter()) return this.#attempts(call, deadlineAtMs);
    return this.#queue(deadlineAtMs, call.signal).then((refused) =>
      refused === undefined ? this.#attempts(call, deadlineAtMs) : { result: refused, attempts: 0 },
    );
  }

  async #attempts(call: GuardedCall, deadlineAtMs: number): Promise<GuardedResult> {
    const { clock, bulkhead } = this.#parts;
    let doubt: AttemptResult | undefined;
    let firstSentAtMs: number | undefined;
    try {
      for (let number = 1; ; number += 1) {
        const turn = this.#admit(deadlineAtMs, call.signal);
        const permit = turn instanceof Promise ? await turn : turn;
        if (permit.kind === 'rejected') return { result: settleResult(permit, doubt), attempts: number - 1 };
        const startedAtMs = clock.now();
        firstSentAtMs ??= startedAtMs;
        const result = await this.#attempt(call, deadlineAtMs - startedAtMs);
        this.#learn(permit, result);
        if (result.kind === 'unknown') doubt ??= result;
        const next = this.#next(result, doubt, call.repeatability(firstSentAtMs), number, deadlineAtMs);
        call.onAttempt?.({ number, startedAtMs, endedAtMs: clock.now(), result, next: next.why });
        if (next.waitMs === undefined || (await pause(clock, next.waitMs, call.signal)) === 'aborted')
          return { result: settleResult(result, doubt), attempts: number };
      }
    } finally {
      bulkhead.leave();
    }
  }

  /** One attempt under its time limit. */
  #attempt(call: GuardedCall, remainingMs: number): Promise<AttemptResult> {
    const { policy, clock } = this.#parts;
    const timeoutMs = Math.min(policy.attemptTimeoutMs, remainingMs);
    const context: SendContext = call.signal === undefined ? { timeoutMs } : { timeoutMs, signal: call.signal };
    return new Promise((resolve) => {
      const cancel = clock.schedule(timeoutMs + backstopMs, () => resolve(ignoredTimeout));
      const finish = (result: AttemptResult) => {
        cancel();
        resolve(result);
      };
      call.attempt(context).then(finish, () => finish(brokenAttempt));
    });
  }

  /** What an attempt says about the provider's health, and about our pace. */
  #learn(permit: Permit, result: AttemptResult): void {
    permit.settle(healthOf(result));
    if (result.kind === 'rejected' && result.reason === 'rate_limited' && result.retryAfterMs !== undefined)
      this.#parts.rateLimit.pause(Math.min(result.retryAfterMs, this.#parts.policy.maxRetryAfterMs));
  }

  /** The pause before another attempt, or none, and why. */
  #next(
    result: AttemptResult,
    doubt: AttemptResult | undefined,
    repeatability: Repeatability,
    number: number,
    deadlineAtMs: number,
  ): { readonly waitMs?: number; readonly why: string } {
    const { policy, clock, random, retryBudget } = this.#parts;
    const now = clock.now();
    const verdict = judgeRetry(result, doubt !== undefined, repeatability, now);
    if (!verdict.retry) return { why: verdict.why };
    if (number >= policy.maxAttempts) return { why: `no retry: ${number} attempts were made` };
    const askedMs = 'retryAfterMs' in result ? (result.retryAfterMs ?? 0) : 0;
    if (askedMs > policy.maxRetryAfterMs) return { why: `no retry: the provider asks for a pause of ${askedMs} ms` };
    const waitMs = Math.max(askedMs, fullJitterMs(number, policy.backoff, random));
    if (now + waitMs >= deadlineAtMs) return { why: 'no retry: the deadline would pass' };
    if (!retryBudget.withdraw()) return { why: 'no retry: the retry budget is used up' };
    return { waitMs, why: `retry in ${Math.round(waitMs)} ms: ${verdict.why}` };
  }

  /** Asks the rate limit, then the breaker. A promise only where there is something to wait for. */
  #admit(deadlineAtMs: number, signal: AbortSignal | undefined): Permit | Rejection | Promise<Permit | Rejection> {
    const { clock, rateLimit } = this.#parts;
    if (signal?.aborted) return abortedBeforeSending;
    const waitMs = rateLimit.reserve();
    if (waitMs === 0) return this.#askBreaker(deadlineAtMs);
    if (clock.now() + waitMs >= deadlineAtMs) {
      rateLimit.cancel();
      const message = 'the rate limit leaves no time';
      return { kind: 'rejected', reason: 'rate_limited', message, retryAfterMs: waitMs };
    }
    return pause(clock, waitMs, signal).then((how) => {
      if (how === 'elapsed') return this.#askBreaker(deadlineAtMs);
      rateLimit.cancel();
      return abortedBeforeSending;
    });
  }

  #askBreaker(deadlineAtMs: number): Permit | Rejection {
    const { clock, rateLimit, breaker } = this.#parts;
    const leave = clock.now() < deadlineAtMs ? breaker.admit() : deadlinePassed;
    if (leave.kind === 'permit') return leave;
    rateLimit.cancel();
    if (leave.kind === 'rejected') return leave;
    const message = 'the provider is cut off after failures';
    return { kind: 'rejected', reason: 'breaker_open', message, retryAfterMs: leave.retryAfterMs };
  }

  /** Waits for a place; `undefined` once it is there. */
  #queue(deadlineAtMs: number, signal: AbortSignal | undefined): Promise<Rejection | undefined> {
    const { clock, bulkhead } = this.#parts;
    if (signal?.aborted) return Promise.resolve(abortedBeforeSending);
    return new Promise((resolve) => {
      const finish = (rejection: Rejection | undefined) => {
        cancelTimer();
        giveUp?.();
        signal?.removeEventListener('abort', abort);
        resolve(rejection);
      };
      const abort = () => finish(abortedBeforeSending);
      const giveUp = bulkhead.enqueue(() => finish(undefined));
      const cancelTimer = clock.schedule(Math.max(0, deadlineAtMs - clock.now()), () => finish(deadlinePassed));
      signal?.addEventListener('abort', abort);
      if (giveUp === undefined) finish(queueFull);
    });
  }
}

const ignoredTimeout: AttemptResult = {
  kind: 'unknown',
  cause: 'timeout',
  message: 'the transport ignored its time limit',
};
const brokenAttempt: AttemptResult = { kind: 'unknown', cause: 'interrupted', message: 'the attempt broke off' };
const abortedBeforeSending: Rejection = {
  kind: 'rejected',
  reason: 'aborted',
  message: 'the caller gave up before anything was sent',
};
const queueFull: Rejection = {
  kind: 'rejected',
  reason: 'overloaded',
  message: 'too many calls wait for this provider',
  retryAfterMs: 1_000,
};
const deadlinePassed: Rejection = {
  kind: 'rejected',
  reason: 'deadline_exceeded',
  message: 'the deadline passed before anything was sent',
};
