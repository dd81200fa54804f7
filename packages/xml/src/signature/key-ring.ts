import type { KeyObject, X509Certificate } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import type { SignatureAlgorithm } from './algorithm.ts';
import { fitsAlgorithm } from './key-algorithm.ts';
import type { KeyHint } from './key-info.ts';
import type { KeyRefusal } from './signature-refusal.ts';

/** A public key that the caller trusts, for one algorithm only: a message does not choose how it is verified. */
export interface TrustedKey {
  /** Names it in verdicts, and is its `ds:KeyName`. */
  readonly id: string;
  readonly algorithm: SignatureAlgorithm;
  readonly key: KeyObject;
}

/** A trusted key and the time in which it counts, in milliseconds since 1970. */
export interface RingKey extends TrustedKey {
  /** The certificate of the key, where messages name it by X509Data. */
  readonly certificate?: X509Certificate;
  /** Default: always. */
  readonly notBeforeMs?: number;
  /** Default: for ever. The last moment in which it counts. */
  readonly notAfterMs?: number;
  /** From then on nothing it signed is accepted. Default: never. */
  readonly revokedAtMs?: number;
}

/** The keys that a counterparty may sign with. Several count during a rotation. */
export interface KeyRing {
  /**
   * The key that a hint points to, if it counts now. Everything that the hint says has to point to the same key, certificates
   * included; a hint that says nothing stands for the only key that counts.
   */
  find(hint: KeyHint, nowMs: number): TrustedKey | KeyRefusal;
}

/** @throws PolyrailError `configuration_invalid` for ids that repeat, private keys, and keys that do not fit their algorithm */
export function keyRing(keys: readonly RingKey[]): KeyRing {
  if (new Set(keys.map(({ id }) => id)).size !== keys.length || keys.some(({ id }) => id === ''))
    throw new PolyrailError('configuration_invalid', 'each key of a ring has an id of its own');
  for (const { id, key, algorithm, certificate } of keys)
    if (key.type !== 'public' || !fitsAlgorithm(key, algorithm) || (certificate && !certificate.publicKey.equals(key)))
      throw new PolyrailError(
        'configuration_invalid',
        `key ${id} is no public key for ${algorithm}, or not that of its certificate`,
      );
  return {
    find(hint, nowMs) {
      const named = says(hint)
        ? keys.filter((key) => matches(key, hint))
        : keys.filter((key) => stateOf(key, nowMs) === undefined);
      const [key, ...others] = named;
      if (key === undefined) return 'key_unknown';
      return others.length > 0 ? 'key_ambiguous' : (stateOf(key, nowMs) ?? key);
    },
  };
}

function stateOf({ notBeforeMs, notAfterMs, revokedAtMs }: RingKey, nowMs: number): KeyRefusal | undefined {
  if (revokedAtMs !== undefined && nowMs >= revokedAtMs) return 'key_revoked';
  if (notBeforeMs !== undefined && nowMs < notBeforeMs) return 'key_not_yet_valid';
  return notAfterMs !== undefined && nowMs > notAfterMs ? 'key_expired' : undefined;
}

function says({ keyName, certificates, issuerSerial }: KeyHint): boolean {
  return keyName !== undefined || certificates.length > 0 || issuerSerial !== undefined;
}

/** The first certificate is the signer's; what else a message carries of its chain is not looked at. */
function matches({ id, certificate }: RingKey, { keyName, certificates, issuerSerial }: KeyHint): boolean {
  const [signer] = certificates;
  return (
    (keyName === undefined || keyName === id) &&
    (signer === undefined || certificate?.raw.equals(signer) === true) &&
    (issuerSerial === undefined ||
      (certificate !== undefined &&
        serialOf(certificate) === issuerSerial.serialNumber &&
        nameParts(certificate.issuer) === nameParts(issuerSerial.issuer)))
  );
}

function serialOf({ serialNumber }: X509Certificate): string {
  return BigInt(`0x${serialNumber}`).toString();
}

/** A distinguished name whatever its order and spacing: it only chooses among keys that are trusted. */
function nameParts(name: string): string {
  const parts = name.split(/\n|(?<!\\),/).map((part) => part.trim().replace(/\s*=\s*/, '='));
  return parts.sort().join('\n');
}
