import type { Clock } from '../provider/clock.ts';
import type { BreakerFactory, BreakerState } from './breaker.ts';
import { Bulkhead } from './bulkhead.ts';
import { Guard } from './guard.ts';
import type { GuardPolicy } from './guard-policy.ts';
import type { OperationGroup } from './operation-group.ts';
import type { Random } from './random.ts';
import { RateLimit } from './rate-limit.ts';
import { RetryBudget } from './retry-budget.ts';

/** What guards are made of. */
export interface GuardEnvironment {
  readonly clock: Clock;
  readonly random: Random;
  readonly breaker: BreakerFactory;
}

/** The guards of one provider account, one for each operation group, made when first needed. */
export class ProviderGuards {
  readonly #policy: GuardPolicy;
  readonly #environment: GuardEnvironment;
  readonly #guards = new Map<OperationGroup, Guard>();
  #shared: { readonly rateLimit: RateLimit; readonly retryBudget: RetryBudget } | undefined;

  constructor(policy: GuardPolicy, environment: GuardEnvironment) {
    this.#policy = policy;
    this.#environment = environment;
  }

  of(group: OperationGroup): Guard {
    let guard = this.#guards.get(group);
    if (guard === undefined) {
      guard = this.#make();
      this.#guards.set(group, guard);
    }
    return guard;
  }

  /** The breakers that exist so far. */
  breakers(): Readonly<Partial<Record<OperationGroup, BreakerState>>> {
    return Object.fromEntries([...this.#guards].map(([group, guard]) => [group, guard.breaker.state]));
  }

  #make(): Guard {
    const { clock, random, breaker } = this.#environment;
    const policy = this.#policy;
    this.#shared ??= {
      rateLimit: new RateLimit(policy.rateLimit, clock),
      retryBudget: new RetryBudget(policy.retryBudget, clock),
    };
    return new Guard({
      policy,
      clock,
      random,
      ...this.#shared,
      breaker: breaker(policy.breaker, clock, random),
      bulkhead: new Bulkhead(policy.bulkhead),
    });
  }
}
