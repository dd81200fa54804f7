import { hash, type KeyObject, type X509Certificate } from 'node:crypto';
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
   * included; of several keys that it may mean, the only one that counts is meant.
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
      const found = keys.filter((key) => matches(key, hint));
      const issued = found.filter((key) => isIssuedBy(key, hint));
      const named = issued.length > 0 ? issued : found;
      const [key, ...others] = named.length > 1 ? named.filter((one) => stateOf(one, nowMs) === undefined) : named;
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

/**
 * The first certificate is the signer's; what else a message carries of its chain is not looked at. A key without a
 * certificate, or a certificate without an identifier, may be what a SubjectKeyIdentifier or a thumbprint means.
 */
function matches(
  { id, certificate }: RingKey,
  { keyName, certificates, issuerSerial, subjectKeyIdentifier, thumbprint }: KeyHint,
): boolean {
  const [signer] = certificates;
  const identifier = certificate && subjectKeyIdentifierOf(certificate);
  return (
    (keyName === undefined || keyName === id) &&
    (signer === undefined || certificate?.raw.equals(signer) === true) &&
    (issuerSerial === undefined || (certificate && serialOf(certificate)) === issuerSerial.serialNumber) &&
    (!subjectKeyIdentifier || !identifier || identifier.equals(subjectKeyIdentifier)) &&
    (!thumbprint || !certificate || hash('sha1', certificate.raw, 'buffer').equals(thumbprint))
  );
}

/** Issuers are written in too many ways (`S` or `ST`, quotes, OIDs) to refuse one: the name only tells serial numbers apart. */
function isIssuedBy({ certificate }: RingKey, { issuerSerial }: KeyHint): boolean {
  return issuerSerial !== undefined && nameParts(certificate?.issuer ?? '') === nameParts(issuerSerial.issuer);
}

const identifierExtension = Buffer.from('0603551d0e04', 'hex');

/** The octets of the extension 2.5.29.14: an OCTET STRING in an OCTET STRING, each shorter than 128 bytes. */
function subjectKeyIdentifierOf({ raw }: X509Certificate): Buffer | undefined {
  const at = raw.indexOf(identifierExtension) + identifierExtension.length;
  return at < identifierExtension.length ? undefined : raw.subarray(at + 3, at + 3 + (raw[at + 2] ?? 0));
}

function serialOf({ serialNumber }: X509Certificate): string {
  return BigInt(`0x${serialNumber}`).toString();
}

/** A distinguished name whatever its order and spacing: it only chooses among keys that are trusted. */
function nameParts(name: string): string {
  const parts = name.split(/\n|(?<!\\),/).map((part) => {
    const [type = '', ...value] = part.split('=');
    return `${type.trim()}=${value.join('=').trim()}`;
  });
  return parts.sort().join('\n');
}
