import { BoundedLog } from '../bounded-log.ts';
import type { TimeSource } from '../clock.ts';
import { type Random, seededRandom } from '../random.ts';

const MAX_ARMED = 1000;
const MAX_FIRINGS = 1000;

/** When a fault fires: `times` times (default 1), or by chance at `rate`, `times` bounding it where both are given. */
export interface FaultRule {
  readonly fault: string;
  readonly times?: number;
  /** Chance of each match, from 0 to 1, drawn from `seed`. */
  readonly rate?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** A fault that waits. */
export type Armed<Order> = Order & {
  readonly id: string;
  /** How often it can still fire; absent where only chance decides. */
  readonly remaining?: number;
  readonly fired: number;
};

/** One firing, as the record shows it: the fault and what it struck. */
export type FiringOn<Fault, Target> = Target & {
  readonly fault: Fault;
  readonly faultId: string;
  readonly at: number;
};

/** What tells one set of faults from another. */
export interface FaultRules<Order, Target> {
  /** Throws RangeError on an order that makes no sense. */
  check(order: Order): void;
  matches(order: Order, target: Target): boolean;
}

interface Slot<Order> {
  readonly id: string;
  readonly order: Order;
  readonly random: Random;
  remaining: number | undefined;
  fired: number;
}

/** The faults that are armed, in order; the first that matches strikes. */
export class ArmedFaults<Order extends FaultRule, Target extends object> {
  readonly #now: TimeSource;
  readonly #rules: FaultRules<Order, Target>;
  readonly #slots: Slot<Order>[] = [];
  readonly #firings = new BoundedLog<FiringOn<Order['fault'], Target>>(MAX_FIRINGS);
  #issued = 0;

  constructor(now: TimeSource, rules: FaultRules<Order, Target>) {
    this.#now = now;
    this.#rules = rules;
  }

  /** Arms a fault. Throws RangeError on an unknown fault, a parameter it does not take, or numbers out of bounds. */
  add(order: Order): Armed<Order> {
    this.#rules.check(order);
    if (this.#slots.length >= MAX_ARMED) throw new RangeError(`At most ${MAX_ARMED} armed faults`);
    this.#issued += 1;
    const slot: Slot<Order> = {
      id: `fault_${this.#issued}`,
      order,
      random: seededRandom(order.seed ?? 1),
      remaining: order.times ?? (order.rate === undefined ? 1 : undefined),
      fired: 0,
    };
    this.#slots.push(slot);
    return armedOf(slot);
  }

  /** Takes the fault that strikes here, if any, and records the firing. */
  take(target: Target): Order | undefined {
    for (const slot of this.#slots) {
      if (slot.remaining === 0 || !this.#rules.matches(slot.order, target)) continue;
      if (slot.order.rate !== undefined && slot.random() >= slot.order.rate) continue;
      this.#fire(slot, target);
      return slot.order;
    }
    return undefined;
  }

  /** Faults that can still fire. */
  armed(): readonly Armed<Order>[] {
    return this.#slots.map(armedOf);
  }

  /** The last 1,000 firings, oldest first. */
  firings(): readonly FiringOn<Order['fault'], Target>[] {
    return this.#firings.list();
  }

  /** Disarms everything; the record of firings stays. */
  clear(): void {
    this.#slots.length = 0;
  }

  reset(): void {
    this.clear();
    this.#firings.reset();
  }

  #fire(slot: Slot<Order>, target: Target): void {
    slot.fired += 1;
    if (slot.remaining !== undefined) slot.remaining -= 1;
    if (slot.remaining === 0) this.#slots.splice(this.#slots.indexOf(slot), 1);
    this.#firings.push({ ...target, fault: slot.order.fault, faultId: slot.id, at: this.#now() });
  }
}

function armedOf<Order>({ id, order, remaining, fired }: Slot<Order>): Armed<Order> {
  return { ...order, id, fired, ...(remaining === undefined ? {} : { remaining }) };
}
