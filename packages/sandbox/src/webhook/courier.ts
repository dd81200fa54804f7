import { BoundedLog } from '../bounded-log.ts';
import type { SandboxClock } from '../clock.ts';
import { composeWebhook } from './compose-webhook.ts';
import type { DeliveryAttempt, DeliverySettings } from './delivery.ts';
import type { EndpointRegistry } from './endpoint-registry.ts';
import type { WebhookEvent } from './webhook-event.ts';
import type { WebhookFaultOrder, WebhookFaultQueue } from './webhook-fault-queue.ts';
import { type PostResult, WebhookPost } from './webhook-post.ts';

const MAX_ATTEMPTS_KEPT = 10_000;
const MAX_PENDING = 100_000;

export interface CourierParts {
  readonly clock: SandboxClock;
  readonly endpoints: EndpointRegistry;
  readonly faults: WebhookFaultQueue;
  readonly settings: DeliverySettings;
  /** Words the body of an event. The same event always has the same bytes. */
  readonly encode: (event: WebhookEvent) => string;
  /** Changes the meaning of a body. */
  readonly tamper: (body: string) => string;
}

interface Delivery {
  readonly event: WebhookEvent;
  readonly endpointId: string;
  attempt: number;
}

type Step = (delivery: Delivery) => void | Promise<void>;

/** Brings events to endpoints, at least once: on the sandbox's clock, a bounded number at a time. */
export class Courier {
  readonly #parts: CourierParts;
  readonly #post: WebhookPost;
  readonly #attempts = new BoundedLog<DeliveryAttempt>(MAX_ATTEMPTS_KEPT);
  readonly #pending = new Set<Delivery>();
  readonly #heldBack = new Map<Delivery, () => void>();
  readonly #waiters: (() => void)[] = [];
  #due: { readonly delivery: Delivery; readonly step: Step }[] = [];
  #inFlight = 0;
  #isWoken = false;
  #overflowed = 0;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    // A duplicate takes two connections at once.
    this.#post = new WebhookPost(parts.settings.maxInFlight * 2);
  }

  /** Deliveries that are neither done nor given up. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Deliveries that were not begun because 100,000 were pending. */
  get overflowed(): number {
    return this.#overflowed;
  }

  /** How many attempts were made since the last reset. */
  get attempted(): number {
    return this.#attempts.count;
  }

  /** The last 10,000 attempts, oldest first. */
  attempts(): readonly DeliveryAttempt[] {
    return this.#attempts.list();
  }

  deliver(event: WebhookEvent, endpointId: string): void {
    if (this.#pending.size >= MAX_PENDING) {
      this.#overflowed += 1;
      return;
    }
    const delivery: Delivery = { event, endpointId, attempt: 0 };
    this.#pending.add(delivery);
    this.#next(delivery);
  }

  /** Resolves once nothing is due now and nothing is under way. What waits for the clock is not waited for. */
  settle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#wake();
    });
  }

  /** Gives up everything, cuts what is under way and forgets the attempts. */
  reset(): void {
    this.#pending.clear();
    this.#heldBack.clear();
    this.#due = [];
    this.#attempts.reset();
    this.#overflowed = 0;
    this.#post.stop();
  }

  /** Plans the next attempt, or gives up after the last. */
  #next(delivery: Delivery): void {
    const delayMs = this.#parts.settings.retryDelaysMs[delivery.attempt];
    delivery.attempt += 1;
    if (delayMs === undefined) this.#pending.delete(delivery);
    else this.#after(delayMs, delivery, this.#attempt);
  }

  #after(ms: number, delivery: Delivery, step: Step): void {
    this.#parts.clock.after(ms, () => this.#enqueue(delivery, step));
  }

  #enqueue(delivery: Delivery, step: Step): void {
    this.#due.push({ delivery, step });
    this.#wake();
  }

  /** Begins in the next turn, so that the answer that caused an event is written first. */
  #wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    setImmediate(() => {
      this.#isWoken = false;
      this.#begin();
    });
  }

  #begin(): void {
    while (this.#inFlight < this.#parts.settings.maxInFlight) {
      const next = this.#due.shift();
      if (!next) break;
      if (this.#pending.has(next.delivery)) void this.#run(next.delivery, next.step);
    }
    if (this.#inFlight > 0 || this.#due.length > 0) return;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #run(delivery: Delivery, step: Step): Promise<void> {
    this.#inFlight += 1;
    await step(delivery);
    this.#inFlight -= 1;
    this.#wake();
  }

  readonly #attempt: Step = (delivery) => {
    const { event, endpointId, attempt } = delivery;
    if (!this.#parts.endpoints.enabled(endpointId)) {
      this.#pending.delete(delivery);
      return;
    }
    const { id, type, key } = event;
    const order = this.#parts.faults.take({ event: id, type, key, endpoint: endpointId, attempt });
    switch (order?.fault) {
      case 'drop':
        this.#pending.delete(delivery);
        this.#record(delivery, order, undefined);
        return;
      case 'delay':
        this.#after(order.delayMs ?? 1000, delivery, () => this.#send(delivery, order));
        return;
      case 'reorder':
        this.#holdBack(delivery, order);
        return;
      default:
        return this.#send(delivery, order);
    }
  };

  async #send(delivery: Delivery, order: WebhookFaultOrder | undefined): Promise<void> {
    const { clock, encode, endpoints, settings, tamper } = this.#parts;
    const { event, endpointId } = delivery;
    const endpoint = endpoints.enabled(endpointId);
    if (!endpoint) {
      this.#pending.delete(delivery);
      return;
    }
    const draft = { id: event.id, body: encode(event), endpoint, now: clock.now(), tamper };
    const message = composeWebhook(draft, order);
    const copies = Array.from({ length: order?.fault === 'duplicate' ? 2 : 1 }, () =>
      this.#post.send(endpoint.url, message, settings.timeoutMs),
    );
    const results = await Promise.all(copies);
    if (!this.#pending.has(delivery)) return;
    for (const result of results) this.#record(delivery, order, result, draft.now);
    this.#conclude(delivery, results);
    this.#releaseBefore(delivery);
  }

  #conclude(delivery: Delivery, results: readonly PostResult[]): void {
    const statuses = results.map((result) => (result.kind === 'answered' ? result.status : 0));
    if (statuses.includes(410)) this.#parts.endpoints.disable(delivery.endpointId);
    if (statuses.includes(410) || statuses.some((status) => status >= 200 && status < 300)) {
      this.#pending.delete(delivery);
    } else this.#next(delivery);
  }

  /** Waits for a later event to be sent to the same endpoint, or for the longest time. */
  #holdBack(delivery: Delivery, order: WebhookFaultOrder): void {
    const release = (): void => {
      if (this.#heldBack.delete(delivery)) this.#enqueue(delivery, () => this.#send(delivery, order));
    };
    this.#heldBack.set(delivery, release);
    this.#parts.clock.after(order.delayMs ?? 60_000, release);
  }

  #releaseBefore({ event, endpointId }: Delivery): void {
    for (const [held, release] of this.#heldBack) {
      if (held.endpointId === endpointId && held.event.id < event.id) release();
    }
  }

  #record(
    { event, endpointId, attempt }: Delivery,
    order: WebhookFaultOrder | undefined,
    result: PostResult | undefined,
    at: number = this.#parts.clock.now(),
  ): void {
    this.#attempts.push({
      event: event.id,
      type: event.type,
      endpoint: endpointId,
      attempt,
      at,
      status: result?.kind === 'answered' ? result.status : undefined,
      error: result?.kind === 'failed' ? result.error : undefined,
      fault: order?.fault,
    });
  }
}
