import type { OpeningVerb } from '../model/command.ts';
import type { RejectReason } from '../model/outcome.ts';
import type { Provider } from '../provider/provider.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { Demand } from './check-capability.ts';

/**
 * Orders the providers that can carry out a command: the first is asked, the others take over only when it surely moved
 * nothing. An empty list refuses the command.
 *
 * @param able the providers whose capabilities allow the command, in the order of registration; each is checked when it
 * is reached, so take no more than are needed
 */
export type Router = (verb: OpeningVerb, demand: Demand, able: Iterable<Provider>) => readonly Provider[];

const maxCandidates = 3;

/** Asks in the order of registration, three providers at most. */
export const routeInOrder: Router = (_verb, _demand, able) => {
  const chosen: Provider[] = [];
  for (const provider of able) if (chosen.push(provider) === maxCandidates) break;
  return chosen;
};

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
