import type { Clock, Secret } from '@polyrail/core/provider';
import { CredentialsError } from '@polyrail/http';
import type { TokenEvent } from './token-event.ts';
import { TokenRefused } from './token-refused.ts';

/** What a token endpoint issued. */
export interface IssuedToken {
  readonly value: string;
  /** As `expires_in` has it; `undefined` when the server does not say. */
  readonly lifetimeSeconds: number | undefined;
}

export type TokenRequest = () => Promise<IssuedToken>;

interface LiveToken {
  readonly value: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** From then on a new one is fetched while this one is still used. */
  refreshAt: number;
}

/** The server refused the client, and what it had proven itself with. */
interface Refusal {
  readonly since: number;
  readonly until: number;
  readonly error: CredentialsError;
  readonly secret: Secret | undefined;
}

const unsaidLifetimeMs = 300_000;
const maxLifetimeMs = 86_400_000;
const leastMarginMs = 30_000;
const youngMs = 5_000;
const refreshPauseMs = 5_000;
const refusalPauseMs = 30_000;
const maxRefusalPauseMs = 900_000;

const noSecret = (): undefined => undefined;

/** The token of one key, and the one request for the next. */
export class CachedToken {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #tell: (kind: TokenEvent['kind'], message?: string) => void;
  #live: LiveToken | undefined;
  #pending: Promise<string> | undefined;
  #refusals = 0;
  #refusal: Refusal | undefined;

  constructor(clock: Clock, random: () => number, tell: (kind: TokenEvent['kind'], message?: string) => void) {
    this.#clock = clock;
    this.#random = random;
    this.#tell = tell;
  }

  get(request: TokenRequest, secretNow: () => Secret | undefined = noSecret): string | Promise<string> {
    const now = this.#clock.now();
    const live = this.#live;
    // From the future: the clock has stepped back, and would keep a token past its end.
    if (live === undefined || now >= live.expiresAt || now < live.issuedAt) return this.#next(request, now, secretNow);
    // A refresh that fails tells its event; the old token is still good.
    if (now >= live.refreshAt && this.#refusalOf(now, secretNow) === undefined)
      this.#next(request, now, secretNow).catch(() => undefined);
    return live.value;
  }

  invalidate(value: string): boolean {
    const live = this.#live;
    if (live?.value !== value) return true;
    if (this.#clock.now() - live.issuedAt < youngMs) return false;
    this.#live = undefined;
    this.#tell('invalidated');
    return true;
  }

  /** The refusal that still counts. With another secret the client is another one to the server. */
  #refusalOf(now: number, secretNow: () => Secret | undefined): Refusal | undefined {
    if (this.#refusal !== undefined && this.#refusal.secret?.expose() !== secretNow()?.expose()) {
      this.#refusal = undefined;
      this.#refusals = 0;
    }
    const refusal = this.#refusal;
    return refusal !== undefined && now >= refusal.since && now < refusal.until ? refusal : undefined;
  }

  #next(request: TokenRequest, now: number, secretNow: () => Secret | undefined): Promise<string> {
    if (this.#pending !== undefined) return this.#pending;
    const refusal = this.#refusalOf(now, secretNow);
    if (refusal !== undefined) return Promise.reject(refusal.error);
    this.#pending = this.#fetch(request, now, secretNow()).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetch(request: TokenRequest, now: number, secret: Secret | undefined): Promise<string> {
    try {
      const issued = await request();
      this.#live = this.#liveFrom(issued, now);
      this.#refusals = 0;
      this.#refusal = undefined;
      this.#tell('issued');
      return issued.value;
    } catch (error) {
      this.#fail(error, secret);
      throw error;
    }
  }

  #fail(error: unknown, secret: Secret | undefined): void {
    const message = error instanceof CredentialsError ? error.message : 'the token request failed';
    const now = this.#clock.now();
    if (this.#live !== undefined) this.#live.refreshAt = now + refreshPauseMs * (1 + this.#random());
    if (!(error instanceof TokenRefused)) {
      this.#tell('failed', message);
      return;
    }
    const pause = Math.min(refusalPauseMs * 2 ** this.#refusals, maxRefusalPauseMs) * (1 + this.#random() / 2);
    this.#refusals++;
    this.#refusal = { since: now, until: now + pause, error, secret };
    this.#tell('refused', message);
  }

  /** Counted from before the request, so that the token never lives longer here than there. */
  #liveFrom({ value, lifetimeSeconds }: IssuedToken, requestedAt: number): LiveToken {
    const saidMs = lifetimeSeconds === undefined ? unsaidLifetimeMs : lifetimeSeconds * 1_000;
    const lifetimeMs = Math.min(Math.max(saidMs, 0) || 0, maxLifetimeMs);
    const marginMs = Math.min(Math.max(leastMarginMs, lifetimeMs / 10), lifetimeMs / 2);
    const expiresAt = requestedAt + lifetimeMs - Math.min(youngMs, lifetimeMs / 10);
    const refreshAt = requestedAt + lifetimeMs - marginMs * (1 + this.#random() / 2);
    return { value, issuedAt: this.#clock.now(), expiresAt, refreshAt };
  }
}
