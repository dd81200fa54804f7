import type { TimeSource } from '../clock.ts';
import type { OperationName } from '../http/wire.ts';
import { type Random, seededRandom } from '../random.ts';
import { FAULTS, type FaultName, type FaultParameter, type FaultParameters, isFaultName } from './fault.ts';

const MAX_ARMED = 1000;
const MAX_FIRINGS = 1000;

/** Which requests a fault is for; all of what is given must hold. */
export interface FaultMatch {
  readonly operation?: OperationName;
  readonly method?: string;
  /** The start of the path. */
  readonly path?: string;
  readonly key?: string;
}

/** A fault to arm: fires `times` times (default 1), or by chance at `rate`, `times` bounding it where both are given. */
export interface FaultOrder extends FaultParameters {
  readonly fault: FaultName;
  readonly times?: number;
  /** Chance of each matching request, from 0 to 1, drawn from `seed`. */
  readonly rate?: number;
  /** Default 1. */
  readonly seed?: number;
  readonly match?: FaultMatch;
}

/** A fault that waits in the queue. */
export interface ArmedFault extends FaultOrder {
  readonly id: string;
  /** How often it can still fire; absent where only chance decides. */
  readonly remaining?: number;
  readonly fired: number;
}

/** One firing, as the record shows it. */
export interface Firing {
  readonly fault: FaultName;
  readonly faultId: string;
  readonly at: number;
  readonly operation: OperationName;
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
}

/** What a fault can be matched against. */
export interface FaultTarget {
  readonly operation: OperationName;
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
}

interface Slot {
  readonly id: string;
  readonly order: FaultOrder;
  readonly random: Random;
  remaining: number | undefined;
  fired: number;
}

/** The faults that are armed, in order; the first that matches a request strikes it. */
export class FaultQueue {
  readonly #now: TimeSource;
  readonly #slots: Slot[] = [];
  readonly #firings: Firing[] = [];
  #issued = 0;

  constructor(now: TimeSource) {
    this.#now = now;
  }

  /** Arms a fault. Throws RangeError on an unknown fault, a parameter it does not take, or numbers out of bounds. */
  add(order: FaultOrder): ArmedFault {
    checkOrder(order);
    if (this.#slots.length >= MAX_ARMED) throw new RangeError(`At most ${MAX_ARMED} armed faults`);
    this.#issued += 1;
    const remaining = order.times ?? (order.rate === undefined ? 1 : undefined);
    const slot: Slot = {
      id: `fault_${this.#issued}`,
      order,
      random: seededRandom(order.seed ?? 1),
      remaining,
      fired: 0,
    };
    this.#slots.push(slot);
    return armedOf(slot);
  }

  /** Takes the fault that strikes this request, if any, and records the firing. */
  take(target: FaultTarget): FaultOrder | undefined {
    for (const slot of this.#slots) {
      if (slot.remaining === 0 || !matches(slot.order.match, target)) continue;
      if (slot.order.rate !== undefined && slot.random() >= slot.order.rate) continue;
      this.#fire(slot, target);
      return slot.order;
    }
    return undefined;
  }

  /** Faults that can still fire. */
  armed(): readonly ArmedFault[] {
    return this.#slots.map(armedOf);
  }

  /** The last 1,000 firings, oldest first. */
  firings(): readonly Firing[] {
    return this.#firings;
  }

  /** Disarms everything; the record of firings stays. */
  clear(): void {
    this.#slots.length = 0;
  }

  reset(): void {
    this.clear();
    this.#firings.length = 0;
  }

  #fire(slot: Slot, target: FaultTarget): void {
    slot.fired += 1;
    if (slot.remaining !== undefined) slot.remaining -= 1;
    if (slot.remaining === 0) this.#slots.splice(this.#slots.indexOf(slot), 1);
    const { operation, method, path, key } = target;
    this.#firings.push({ fault: slot.order.fault, faultId: slot.id, at: this.#now(), operation, method, path, key });
    if (this.#firings.length > MAX_FIRINGS) this.#firings.shift();
  }
}

function armedOf({ id, order, remaining, fired }: Slot): ArmedFault {
  return { ...order, id, fired, ...(remaining === undefined ? {} : { remaining }) };
}

function matches(match: FaultMatch | undefined, target: FaultTarget): boolean {
  if (!match) return true;
  if (match.operation !== undefined && match.operation !== target.operation) return false;
  if (match.method !== undefined && match.method !== target.method) return false;
  if (match.path !== undefined && !target.path.startsWith(match.path)) return false;
  return match.key === undefined || match.key === target.key;
}

const RULES = ['times', 'rate', 'seed', 'match', 'fault'];

const BOUNDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  times: [1, 1_000_000],
  rate: [0, 1],
  seed: [0, 4_294_967_295],
  delayMs: [0, 600_000],
  intervalMs: [1, 60_000],
  retryAfterSeconds: [0, 86_400],
  bytes: [1024, 2_147_483_648],
};

function checkOrder(order: FaultOrder): void {
  if (!isFaultName(order.fault)) throw new RangeError(`Unknown fault ${String(order.fault)}`);
  const parameters: readonly FaultParameter[] = FAULTS[order.fault].parameters;
  for (const [name, value] of Object.entries(order)) {
    if (value === undefined) continue;
    if (!RULES.includes(name) && !parameters.some((parameter) => parameter === name)) {
      throw new RangeError(`${order.fault} takes no ${name}; it takes: ${parameters.join(', ') || 'none'}`);
    }
    const bounds = BOUNDS[name];
    if (bounds && !(typeof value === 'number' && value >= bounds[0] && value <= bounds[1])) {
      throw new RangeError(`${name} must be a number from ${bounds[0]} to ${bounds[1]}`);
    }
  }
}
