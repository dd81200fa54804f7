import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import { isLikelyDouble, likelyDoubleWindowMs } from './likely-double.ts';

/** A payment as it stands now. */
interface Standing<Self> {
  readonly payment: Payment;
  /** The one before it that looks like it. */
  earlier: Self | undefined;
}

/** The most that are looked at. */
const longestChain = 16;

/** Which payments look alike, of the last ten minutes and a bit more: two generations, so that nothing is ever searched. */
export class MemoryLikenesses<Entry extends Standing<Entry>> {
  #young = new Map<string, Entry>();
  #old = new Map<string, Entry>();
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** Adds a payment. @returns the latest one before it that it may be a double of */
  add(entry: Entry, likeness: string): PaymentId | undefined {
    this.#turn(entry.payment.createdAtMs);
    const before = this.#young.get(likeness) ?? this.#old.get(likeness);
    this.#young.set(likeness, entry);
    if (before === undefined) return undefined;
    entry.earlier = before;
    return find(before, entry.payment);
  }

  #turn(nowMs: number): void {
    if (nowMs - this.#sinceMs < likelyDoubleWindowMs) return;
    this.#old = nowMs - this.#sinceMs < 2 * likelyDoubleWindowMs ? this.#young : new Map();
    this.#young = new Map();
    this.#sinceMs = nowMs;
  }
}

function find<Entry extends Standing<Entry>>(latest: Entry, payment: Payment): PaymentId | undefined {
  let entry: Entry | undefined = latest;
  for (let looked = 0; entry !== undefined && looked < longestChain; looked += 1) {
    if (isLikelyDouble(entry.payment, payment)) return entry.payment.id;
    entry = entry.earlier;
  }
  return undefined;
}
