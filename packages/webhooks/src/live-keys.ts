import { checkLive, type LiveSecret, type LiveSecrets } from './live-secret.ts';

/**
 * The keys of the secrets that are live now. They are made again when a secret was replaced or retired; where one of the new ones
 * cannot work, the keys before stay.
 *
 * @throws PolyrailError `configuration_invalid` when those at the start cannot work
 */
export function liveKeys<Key>(secrets: LiveSecrets, toKey: (secret: LiveSecret) => Key): () => readonly Key[] {
  const secretsNow = typeof secrets === 'function' ? secrets : () => secrets;
  let held = [...secretsNow()];
  let keys = checkLive(held).map(toKey);
  return () => {
    const live = secretsNow();
    if (isSame(live, held)) return keys;
    held = [...live];
    try {
      keys = checkLive(live).map(toKey);
    } catch {
      // Whoever replaced the secret hears of it; a sender of notifications must not.
    }
    return keys;
  };
}

function isSame(some: readonly LiveSecret[], others: readonly LiveSecret[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ id, secret }, at) => others[at]?.id === id && others[at].secret === secret)
  );
}
