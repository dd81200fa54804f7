import { type Clock, type Secret, systemClock } from '@polyrail/core/provider';
import { CachedToken, type TokenRequest } from './cached-token.ts';
import type { TokenEvent } from './token-event.ts';

export interface TokenCacheOptions {
  /** Default: the system's. */
  readonly clock?: Clock;
  /** From 0 to below 1: spreads refreshes and pauses. Default: `Math.random`. */
  readonly random?: () => number;
  /** Told of what becomes of tokens, for metrics. What it throws is dropped. */
  readonly onEvent?: (event: TokenEvent) => void;
}

/** Keys that a cache holds; the one made first goes first. */
const maxKeys = 1_000;

/**
 * Access tokens in memory. For one key there is at most one request at a time, however many callers wait for it.
 *
 * A token is renewed before it ends, while the old one is still used. A client that the server refuses is not tried again for 30 s,
 * then twice as long after each refusal, at most 15 minutes, so that it is not locked out. With another secret it is tried at once.
 */
export class TokenCache {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onEvent: (event: TokenEvent) => void;
  readonly #tokens = new Map<string, CachedToken>();

  constructor({ clock = systemClock, random = Math.random, onEvent = () => undefined }: TokenCacheOptions = {}) {
    this.#clock = clock;
    this.#random = random;
    this.#onEvent = onEvent;
  }

  /**
   * The token under this key, at once where there is one.
   *
   * @param request gets a new token; it has to end by itself, because no caller's abort ends it
   * @param secretNow what the client proves itself with now. Default: nothing that could be replaced
   * @throws CredentialsError while the client is refused
   */
  get(key: string, request: TokenRequest, secretNow?: () => Secret | undefined): string | Promise<string> {
    const kept = this.#tokens.get(key);
    return (kept ?? this.#added(key)).get(request, secretNow);
  }

  /**
   * Gives up a token that was refused, unless another is there already.
   *
   * @returns whether another token can be had: false for one that is too young to blame, so that a provider that refuses every token
   * does not turn each request into a token request
   */
  invalidate(key: string, value: string): boolean {
    return this.#tokens.get(key)?.invalidate(value) ?? true;
  }

  #added(key: string): CachedToken {
    const oldest = this.#tokens.size >= maxKeys ? this.#tokens.keys().next().value : undefined;
    if (oldest !== undefined) this.#tokens.delete(oldest);
    const token = new CachedToken(this.#clock, this.#random, (kind, message) => this.#tell(kind, key, message));
    this.#tokens.set(key, token);
    return token;
  }

  #tell(kind: TokenEvent['kind'], key: string, message: string | undefined): void {
    try {
      this.#onEvent({ kind, key, ...(message !== undefined && { message }) });
    } catch {
      // An observer that fails must not cost a payment.
    }
  }
}
