import type { OpeningVerb } from '../model/command.ts';
import type { RejectReason } from '../model/outcome.ts';
import type { Provider } from '../provider/provider.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { Demand } from './check-capability.ts';

/**
 * Orders the providers that can carry out a command: the first is asked, the next take over only when it surely moved
 * nothing. Three are asked at most. No provider at all refuses the command.
 *
 * @param able the providers whose capabilities allow the command, in the order of registration; each is checked when it
 * is reached, so take no more than are needed
 */
export type Router = (verb: OpeningVerb, demand: Demand, able: Iterable<Provider>) => Iterable<Provider>;

/** Asks in the order of registration. */
export const routeInOrder: Router = (_verb, _demand, able) => able;

/** The most providers that one command is put to. */
export const maxCandidates = 3;

const failOverReasons: ReadonlySet<RejectReason> = new Set([
  'not_delivered',
  'breaker_open',
  'overloaded',
  'rate_limited',
  'provider_unavailable',
  'provider_unauthorized',
]);

/** May another provider be asked? Only after an outcome that surely moved nothing. */
export function mayFailOver(result: AttemptResult): boolean {
  return result.kind === 'rejected' && failOverReasons.has(result.reason);
}
