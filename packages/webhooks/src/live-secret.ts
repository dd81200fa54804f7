import { PolyrailError, type Secret } from '@polyrail/core/provider';

/** A secret that is accepted now. During a rotation there are several; a retired one is taken off the list. */
export interface LiveSecret {
  /** Names the secret in reports, such as `2026-03`. Never a part of it. */
  readonly id: string;
  readonly secret: Secret;
}

/** Secrets that are accepted, or a function that gives those of the moment: it is asked at each message. */
export type LiveSecrets = readonly LiveSecret[] | (() => readonly LiveSecret[]);

const maxLive = 16;

/** @throws PolyrailError `configuration_invalid` unless there are 1 to 16 with different, non-empty ids */
export function checkLive<Live extends { readonly id: string }>(live: readonly Live[]): readonly Live[] {
  const ids = new Set(live.map(({ id }) => id));
  if (live.length === 0 || live.length > maxLive || ids.size !== live.length || ids.has(''))
    throw new PolyrailError(
      'configuration_invalid',
      `a verifier takes 1 to ${maxLive} keys, each with an id of its own`,
    );
  return [...live];
}
