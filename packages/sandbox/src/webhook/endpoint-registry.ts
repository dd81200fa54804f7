import { isLoopback } from '../loopback.ts';
import type { WebhookScheme } from './webhook-scheme.ts';
import { keyOfSecret, newWebhookSecret } from './webhook-secret.ts';

const MAX_ENDPOINTS = 16;
const DAY_MS = 86_400_000;

/** An endpoint to register. */
export interface EndpointOrder {
  /** An `http:` URL; of this machine, unless the sandbox was started with `allowRemote`. */
  readonly url: string;
  /** `whsec_` and the base64 of 24 to 64 bytes. Default: drawn at random. Rafiki's scheme takes the whole text as the key. */
  readonly secret?: string;
  /** An endpoint gets the events of the wire whose scheme it has. Default `standard_webhooks`. */
  readonly scheme?: WebhookScheme;
}

/** Where webhooks go. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly scheme: WebhookScheme;
  readonly secret: string;
  /** What `secret` becomes at the next rotation. */
  readonly nextSecret: string;
  /** Signs too until `overlapEndsAt`. */
  readonly previousSecret?: string;
  readonly overlapEndsAt?: number;
  /** True once it has answered 410 Gone. */
  readonly disabled: boolean;
}

/** The endpoints that webhooks go to, at most 16. */
export class EndpointRegistry {
  readonly #allowRemote: boolean;
  readonly #endpoints = new Map<string, Endpoint>();
  #issued = 0;

  constructor(allowRemote: boolean) {
    this.#allowRemote = allowRemote;
  }

  /**
   * Registers an endpoint; one with the same URL is replaced, which enables it again.
   * Throws RangeError on a URL that may not be called, a secret of the wrong form, or beyond 16 endpoints.
   */
  register(order: EndpointOrder): Endpoint {
    const url = this.#checkedUrl(order.url);
    const secret = order.secret ?? newWebhookSecret();
    keyOfSecret(secret);
    const known = this.list().find((endpoint) => endpoint.url === url);
    if (!known && this.#endpoints.size >= MAX_ENDPOINTS) throw new RangeError(`At most ${MAX_ENDPOINTS} endpoints`);
    const scheme = order.scheme ?? 'standard_webhooks';
    return this.#keep({
      id: known?.id ?? this.#identify(),
      url,
      scheme,
      secret,
      nextSecret: newWebhookSecret(),
      disabled: false,
    });
  }

  /** Makes the next secret the secret. The old one signs too for `overlapMs`, 24 hours unless told. */
  rotate(id: string, now: number, overlapMs: number = DAY_MS): Endpoint {
    const endpoint = this.#endpoints.get(id);
    if (!endpoint) throw new RangeError(`No such endpoint: ${id}`);
    return this.#keep({
      ...endpoint,
      secret: endpoint.nextSecret,
      nextSecret: newWebhookSecret(),
      previousSecret: endpoint.secret,
      overlapEndsAt: now + overlapMs,
    });
  }

  disable(id: string): void {
    const endpoint = this.#endpoints.get(id);
    if (endpoint) this.#keep({ ...endpoint, disabled: true });
  }

  /** Removes one endpoint; false where there is none. */
  remove(id: string): boolean {
    return this.#endpoints.delete(id);
  }

  list(): readonly Endpoint[] {
    return [...this.#endpoints.values()];
  }

  /** The endpoint, if webhooks still go to it. */
  enabled(id: string): Endpoint | undefined {
    const endpoint = this.#endpoints.get(id);
    return endpoint?.disabled ? undefined : endpoint;
  }

  reset(): void {
    this.#endpoints.clear();
  }

  #keep(endpoint: Endpoint): Endpoint {
    this.#endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  #identify(): string {
    this.#issued += 1;
    return `we_${this.#issued}`;
  }

  #checkedUrl(text: string): string {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== 'http:') throw new RangeError(`Not an http URL: ${text}`);
    if (!this.#allowRemote && !isLoopback(url.hostname)) {
      throw new RangeError(`${url.hostname} is no loopback address: start the sandbox with allowRemote to call it`);
    }
    return url.href;
  }
}

/** The secrets that sign now, the current one first. */
export function signingSecrets({ secret, previousSecret, overlapEndsAt = 0 }: Endpoint, now: number): string[] {
  return previousSecret !== undefined && now < overlapEndsAt ? [secret, previousSecret] : [secret];
}
