import type { Secret } from './secret.ts';

/** A secret, or a function that gives the one of the moment: it is asked at each use, so a secret can be replaced while running. */
export type SecretSource = Secret | (() => Secret);

/** The secret of the moment. */
export function secretNow(source: SecretSource): Secret {
  return typeof source === 'function' ? source() : source;
}
