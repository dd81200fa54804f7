import type { Clock, Gateway, Store } from '@polyrail/core';

/** Whether payments can be taken, or why not. */
export type Ready = 'ready' | 'no provider' | 'store unavailable' | 'the clock differs from that of the store';

/** A store that takes longer than this to answer is not there. */
const patienceMs = 2_000;
/** Anybody may ask, so the store is not asked more often than this. */
const everyMs = 1_000;
/** Whoever is not ready gets no payment that could show the opposite, so after this time one may come again. */
const doubtMs = 10_000;
/** Two hosts at this distance, one before and one behind, differ by as much as who may still send an operation allows. */
const clocksDifferAtMostMs = 15_000;

/** Asks the store whether it answers and what time it is there, and minds whether it took the last payment. No provider is asked. */
export class Readiness {
  /** Ends what it hears of payments. */
  readonly stop: () => void;
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #store: Pick<Store, 'serverTime'>;
  #answer: Promise<Ready> | undefined;
  #askedAtMs = 0;
  #doubtedUntilMs = 0;

  constructor(gateway: Gateway, clock: Clock, store: Pick<Store, 'serverTime'> = {}) {
    this.#gateway = gateway;
    this.#clock = clock;
    this.#store = store;
    // A full disk can still be read, so only a write shows it.
    this.stop = gateway.subscribe(({ type }) => {
      if (type === 'claim_failed') this.#doubtedUntilMs = clock.now() + doubtMs;
      if (type === 'operation_claimed') this.#doubtedUntilMs = 0;
    });
  }

  /** As it is now, or was a second ago. */
  look(): Promise<Ready> {
    const now = this.#clock.now();
    const doubtLeftMs = this.#doubtedUntilMs - now;
    // More than there was: the clock has stepped back.
    if (doubtLeftMs > 0 && doubtLeftMs <= doubtMs) return Promise.resolve('store unavailable');
    const isFresh = Math.abs(now - this.#askedAtMs) < everyMs;
    if (this.#answer === undefined || !isFresh) {
      this.#askedAtMs = now;
      this.#answer = this.#ask();
    }
    return this.#answer;
  }

  #ask(): Promise<Ready> {
    if (this.#gateway.providers().length === 0) return Promise.resolve('no provider');
    return new Promise((resolve) => {
      const cancel = this.#clock.schedule(patienceMs, () => resolve('store unavailable'));
      this.#gateway
        .reviews({ limit: 1 })
        .then(() => this.#compareClocks())
        .catch((): Ready => 'store unavailable')
        .then((ready) => {
          cancel();
          resolve(ready);
        });
    });
  }

  async #compareClocks(): Promise<Ready> {
    const before = this.#clock.now();
    const there = (await this.#store.serverTime?.()) ?? before;
    const isBetween = there >= before - clocksDifferAtMostMs && there <= this.#clock.now() + clocksDifferAtMostMs;
    return isBetween ? 'ready' : 'the clock differs from that of the store';
  }
}
