import type { Clock, Gateway } from '@polyrail/core';

/** Whether payments can be taken, or why not. */
export type Ready = 'ready' | 'no provider' | 'store unavailable';

/** A store that takes longer than this to answer is not there. */
const patienceMs = 2_000;
/** Anybody may ask, so the store is not asked more often than this. */
const everyMs = 1_000;

/** Asks the store whether it answers. No provider is asked. */
export class Readiness {
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  #answer: Promise<Ready> | undefined;
  #askedAtMs = 0;

  constructor(gateway: Gateway, clock: Clock) {
    this.#gateway = gateway;
    this.#clock = clock;
  }

  /** As it is now, or was a second ago. */
  look(): Promise<Ready> {
    const now = this.#clock.now();
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
        .then(
          (): Ready => 'ready',
          (): Ready => 'store unavailable',
        )
        .then((ready) => {
          cancel();
          resolve(ready);
        });
    });
  }
}
