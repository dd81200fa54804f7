import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@polyrail/core';
import { ask } from './ask.ts';
import { isSettled, newPayment, newRefund, type Order, succeededPayment } from './order.ts';

const refundParts = 3;

/** Customers who pay, pay again with the same key, and want money back, without a pause. */
export class Load {
  readonly orders: Order[] = [];
  readonly #random: Random;
  readonly #urls: () => readonly string[];
  readonly #refunded = new Map<Order, number>();
  #requests = 0;
  #unanswered = 0;

  /** @param urls the gateways that take payments now; while there is none, customers wait */
  constructor(random: Random, urls: () => readonly string[]) {
    this.#random = random;
    this.#urls = urls;
  }

  get requests(): number {
    return this.#requests;
  }

  /** Requests whose gateway died before it answered. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** So many customers at once, until the signal. */
  async run(customers: number, until: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: customers }, () => this.#customer(until)));
  }

  /** Asks for the order until an answer says how it ended, or `tries` times. */
  async insist(order: Order, tries: number): Promise<void> {
    for (let n = 0; n < tries && !isSettled(order); n += 1) {
      await this.#ask(order);
      if (order.answers.at(-1)?.status === 409) await pause(50);
    }
  }

  async #customer(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      if (this.#urls().length === 0) {
        await pause(5);
        continue;
      }
      await Promise.all(this.#nextOrders().map((order) => this.#ask(order)));
    }
  }

  /** The same order twice: two callers with one key at one time. */
  #nextOrders(): readonly Order[] {
    const chance = this.#random();
    const known = this.orders[Math.floor(this.#random() * this.orders.length)];
    if (chance < 0.2 && known !== undefined) return [known];
    const order = (chance < 0.4 && known !== undefined && this.#refundOf(known)) || this.#payment();
    return chance > 0.9 ? [order, order] : [order];
  }

  #payment(): Order {
    const order = newPayment(this.#random, `key-${this.orders.length}`);
    this.orders.push(order);
    return order;
  }

  #refundOf(order: Order): Order | undefined {
    const paymentId = succeededPayment(order);
    const part = (this.#refunded.get(order) ?? 0) + 1;
    if (paymentId === undefined || part > refundParts) return undefined;
    this.#refunded.set(order, part);
    const refund = newRefund(order, paymentId, part);
    this.orders.push(refund);
    return refund;
  }

  async #ask(order: Order): Promise<void> {
    const urls = this.#urls();
    const url = urls[Math.floor(this.#random() * urls.length)];
    if (url === undefined) return;
    this.#requests += 1;
    if ((await ask(url, order)) === undefined) this.#unanswered += 1;
  }
}
