import type { TimeSource } from '../clock.ts';
import type { OperationName } from '../http/wire.ts';
import { type Armed, ArmedFaults, type FaultRule, type FiringOn } from './armed-faults.ts';
import { checkFaultOrder } from './check-fault-order.ts';
import { FAULTS, type FaultName, type FaultParameters } from './fault.ts';

/** Which requests a fault is for; all of what is given must hold. */
export interface FaultMatch {
  readonly operation?: OperationName;
  readonly method?: string;
  /** The start of the path. */
  readonly path?: string;
  readonly key?: string;
}

/** A fault to arm. */
export interface FaultOrder extends FaultRule, FaultParameters {
  readonly fault: FaultName;
  readonly match?: FaultMatch;
}

export type ArmedFault = Armed<FaultOrder>;

/** What a fault can be matched against. */
export interface FaultTarget {
  readonly operation: OperationName;
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
}

export type Firing = FiringOn<FaultName, FaultTarget>;

/** The faults of requests to the acquirer. */
export class FaultQueue extends ArmedFaults<FaultOrder, FaultTarget> {
  constructor(now: TimeSource) {
    super(now, { check: (order) => checkFaultOrder(order, FAULTS), matches });
  }
}

function matches({ match }: FaultOrder, target: FaultTarget): boolean {
  // Members poll all the time: a fault that is not meant for that would be used up by it.
  if (target.operation === 'stream' && match?.operation !== 'stream') return false;
  if (!match) return true;
  if (match.operation !== undefined && match.operation !== target.operation) return false;
  if (match.method !== undefined && match.method !== target.method) return false;
  if (match.path !== undefined && !target.path.startsWith(match.path)) return false;
  return match.key === undefined || match.key === target.key;
}
