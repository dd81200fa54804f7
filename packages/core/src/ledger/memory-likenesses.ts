import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import { isLikelyDouble, likelyDoubleWindowMs } from './likely-double.ts';

/** A payment as it stands now. */
interface Standing {
  readonly payment: Payment;
}

interface Link {
  readonly standing: Standing;
  readonly before: Link | undefined;
}

/** The most that are looked at. */
const longestChain = 16;

/** Which payments look alike, of the last ten minutes and a bit more: two generations, so that nothing is ever searched. */
export class MemoryLikenesses {
  #young = new Map<string, Link>();
  #old = new Map<string, Link>();
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** Adds a payment. @returns the latest one before it that it may be a double of */
  add(standing: Standing, likeness: string): PaymentId | undefined {
    const { tenant, createdAtMs } = standing.payment;
    this.#turn(createdAtMs);
    const name = `${tenant}\n${likeness}`;
    const before = this.#young.get(name) ?? this.#old.get(name);
    this.#young.set(name, { standing, before });
    return before === undefined ? undefined : find(before, standing.payment);
  }

  #turn(nowMs: number): void {
    if (nowMs - this.#sinceMs < likelyDoubleWindowMs) return;
    this.#old = nowMs - this.#sinceMs < 2 * likelyDoubleWindowMs ? this.#young : new Map();
    this.#young = new Map();
    this.#sinceMs = nowMs;
  }
}

function find(latest: Link, payment: Payment): PaymentId | undefined {
  let link: Link | undefined = latest;
  for (let looked = 0; link !== undefined && looked < longestChain; looked += 1) {
    if (isLikelyDouble(link.standing.payment, payment)) return link.standing.payment.id;
    link = link.before;
  }
  return undefined;
}
