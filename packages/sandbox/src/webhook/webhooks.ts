import type { StateChange } from '../acquirer/state-change.ts';
import { BoundedLog } from '../bounded-log.ts';
import type { SandboxClock } from '../clock.ts';
import { Courier } from './courier.ts';
import type { DeliveryAttempt, DeliverySettings } from './delivery.ts';
import { type Endpoint, type EndpointOrder, EndpointRegistry } from './endpoint-registry.ts';
import type { WebhookEvent } from './webhook-event.ts';
import { WebhookFaultQueue } from './webhook-fault-queue.ts';

const MAX_EVENTS_KEPT = 10_000;

export interface WebhooksParts {
  readonly clock: SandboxClock;
  readonly settings: DeliverySettings;
  /** Whether endpoints on other machines may be registered. */
  readonly allowRemote: boolean;
  /** Makes identifiers of different runs differ. */
  readonly run: string;
  /** The endpoint that is there from the start, and again after a reset. */
  readonly endpoint: EndpointOrder | undefined;
  /** Words the body of an event. The same event always has the same bytes. */
  readonly encode: (event: WebhookEvent) => string;
  /** Changes the meaning of a body. */
  readonly tamper: (body: string) => string;
}

/** The events of the sandbox and their way to the endpoints that are registered. */
export class Webhooks {
  readonly faults: WebhookFaultQueue;
  readonly #parts: WebhooksParts;
  readonly #endpoints: EndpointRegistry;
  readonly #courier: Courier;
  readonly #events = new BoundedLog<WebhookEvent>(MAX_EVENTS_KEPT);
  readonly #initial: EndpointOrder | undefined;
  #issued = 0;

  /** Throws RangeError on an endpoint that cannot be registered. */
  constructor(parts: WebhooksParts) {
    const { clock, settings, encode, tamper } = parts;
    this.#parts = parts;
    this.#endpoints = new EndpointRegistry(parts.allowRemote);
    this.faults = new WebhookFaultQueue(() => clock.now());
    this.#courier = new Courier({ clock, endpoints: this.#endpoints, faults: this.faults, settings, encode, tamper });
    if (parts.endpoint) {
      const { url, secret, scheme } = this.#endpoints.register(parts.endpoint);
      this.#initial = { url, secret, scheme };
    }
  }

  /**
   * Registers an endpoint; one with the same URL is replaced, which enables it again.
   * Throws RangeError on a URL that may not be called, a secret of the wrong form, or beyond 16 endpoints.
   */
  register(order: EndpointOrder): Endpoint {
    return this.#endpoints.register(order);
  }

  /** Makes the next secret the secret; the old one signs too for `overlapMs` (24 h). Throws RangeError on an unknown id. */
  rotate(id: string, overlapMs?: number): Endpoint {
    return this.#endpoints.rotate(id, this.#parts.clock.now(), overlapMs);
  }

  /** Removes an endpoint and gives up what is on its way there; false where there is none. */
  remove(id: string): boolean {
    return this.#endpoints.remove(id);
  }

  endpoints(): readonly Endpoint[] {
    return this.#endpoints.list();
  }

  /** The last 10,000 events, oldest first, whether or not there was an endpoint for them. */
  events(): readonly WebhookEvent[] {
    return this.#events.list();
  }

  /** The last 10,000 attempts, oldest first; with an event, the attempts to deliver it. */
  deliveries(event?: string): readonly DeliveryAttempt[] {
    const attempts = this.#courier.attempts();
    return event === undefined ? attempts : attempts.filter((attempt) => attempt.event === event);
  }

  /** How many attempts were made since the last reset. */
  get attempted(): number {
    return this.#courier.attempted;
  }

  /** Deliveries that are neither done nor given up. */
  get pending(): number {
    return this.#courier.pending;
  }

  /** Deliveries that were not begun because 100,000 were pending. */
  get overflowed(): number {
    return this.#courier.overflowed;
  }

  /** Delivers an event anew, from the first attempt. Throws RangeError where it is not among the last 10,000. */
  resend(id: string): void {
    const event = this.events().find((known) => known.id === id);
    if (!event) throw new RangeError(`No such event: ${id}`);
    this.#deliver(event);
  }

  /** Resolves once nothing is due now and nothing is under way. What waits for the clock is not waited for. */
  settle(): Promise<void> {
    return this.#courier.settle();
  }

  /** Makes an event of a state change and delivers it. */
  announce(change: StateChange): void {
    this.#issued += 1;
    const id = `evt_${this.#parts.run}${this.#issued.toString(16).padStart(8, '0')}`;
    const event: WebhookEvent = { ...change, id };
    this.#events.push(event);
    this.#deliver(event);
  }

  /** Forgets events, attempts and faults, and every endpoint but the one from the start. */
  reset(): void {
    this.#courier.reset();
    this.#events.reset();
    this.faults.reset();
    this.#endpoints.reset();
    if (this.#initial) this.#endpoints.register(this.#initial);
  }

  /** Gives up what is on its way. Resolves once nothing is under way. */
  close(): Promise<void> {
    this.#courier.reset();
    this.#endpoints.reset();
    return this.#courier.settle();
  }

  #deliver(event: WebhookEvent): void {
    for (const { id, scheme } of this.#endpoints.list())
      if (scheme === event.scheme && this.#endpoints.enabled(id)) this.#courier.deliver(event, id);
  }
}
