import { hash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from './api-key.ts';

/** The API keys that are live now. All of them can be replaced while the host runs. */
export class KeyRing {
  #keys: readonly { readonly key: ApiKey; readonly digest: Buffer }[] = [];

  constructor(keys: readonly ApiKey[]) {
    this.replace(keys);
  }

  /** From now on these keys are live, and no others. */
  replace(keys: readonly ApiKey[]): void {
    this.#keys = keys.map((key) => ({ key, digest: Buffer.from(key.sha256, 'hex') }));
  }

  /**
   * The key that was shown, if it is live. Digests are compared, all of them and in constant time, so an answer's time says
   * nothing about the keys.
   */
  find(shown: string): ApiKey | undefined {
    const digest = hash('sha256', shown, 'buffer');
    const [match] = this.#keys.filter((candidate) => timingSafeEqual(candidate.digest, digest));
    return match?.key;
  }
}
