export {
  type Breaker,
  type BreakerFactory,
  type BreakerSettings,
  type BreakerState,
  defaultBreakerSettings,
  type Health,
  type Permit,
  type Refusal,
} from './breaker.ts';
export type { GuardPolicyOptions } from './guard-policy.ts';
export { longestCallMs } from './longest-call.ts';
export type { OperationGroup } from './operation-group.ts';
export { opossumBreaker } from './opossum-breaker.ts';
export type { Random } from './random.ts';
