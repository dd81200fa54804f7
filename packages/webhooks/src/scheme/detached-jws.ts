import type { KeyObject } from 'node:crypto';
import {
  type NotificationMessage,
  type NotificationVerifier,
  PolyrailError,
  type Verification,
} from '@polyrail/core/provider';
import { fitsAlgorithm, type JwsAlgorithm, signatureBytes, verifyJws } from '../jws-algorithm.ts';
import { jwsSigningInput } from '../jws-signing-input.ts';
import { checkLive } from '../live-secret.ts';
import { type ProtectedHeader, readProtectedHeader } from '../protected-header.ts';
import { type Refused, refused } from '../refused.ts';
import { singleField } from '../single-field.ts';
import { decodeStrictly } from '../strict-encoding.ts';
import { isInWindow } from '../time-window.ts';
import { limitsOf, type VerifierOptions } from '../verifier-limits.ts';

/** A public key of the sender, and the one algorithm that it is used with. */
export interface JwsKey {
  /** `kid` in the header of the JWS. */
  readonly id: string;
  readonly algorithm: JwsAlgorithm;
  readonly key: KeyObject;
}

export interface DetachedJwsOptions extends VerifierOptions {
  /** Name of the header, in lower case, that carries the JWS. Default: `x-jws-signature`. */
  readonly signatureField?: string;
  /** How the body is signed: `raw` as it is (RFC 7797), `base64url` (RFC 7515), or either. Default: `either`. */
  readonly payload?: 'raw' | 'base64url' | 'either';
  /** Parameters that the header must have, with these values, such as the issuer. */
  readonly required?: Readonly<Record<string, string>>;
  /**
   * Name of the parameter with the time of signing, in seconds since 1970, such as `iat` or `http://openbanking.org.uk/iat`. It has to
   * be there. Default: none, and only the inbox, by the event's id, tells a replay.
   */
  readonly issuedAt?: string;
}

interface DetachedJws {
  readonly written: string;
  readonly header: ProtectedHeader;
  readonly signature: Uint8Array;
}

/**
 * A compact JWS with an empty payload, `{header}..{signature}`, over the body. The key and the algorithm are ours: `jwk`, `jku`, `x5c`
 * and `x5u` of the header are never followed, and `crit` may name only `b64`, `required` and `issuedAt`.
 *
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm, or limits that cannot work
 * @see https://www.rfc-editor.org/rfc/rfc7515#appendix-F
 * @see https://www.rfc-editor.org/rfc/rfc7797
 */
export function detachedJwsVerifier(keys: readonly JwsKey[], options: DetachedJwsOptions = {}): NotificationVerifier {
  const live = checkLive(keys).map(checkedKey);
  const { bodyLimitBytes, toleranceSeconds } = limitsOf(options);
  return {
    verify(message, nowMs): Verification {
      if (message.body.byteLength > bodyLimitBytes) return refused('body_too_large');
      const jws = readDetached(message, options);
      if ('kind' in jws) return jws;
      const { header } = jws;
      const key = live.find(({ id }) => id === header.keyId);
      if (key === undefined) return refused('signature_wrong');
      if (header.algorithm !== key.algorithm || jws.signature.length !== signatureBytes(key.key, key.algorithm))
        return refused('signature_malformed');
      const input = jwsSigningInput(jws.written, message.body, header.base64);
      if (!verifyJws(key.key, key.algorithm, input, jws.signature) || !hasRequired(header, options))
        return refused('signature_wrong');
      return checkTime(header, options, nowMs, toleranceSeconds) ?? { kind: 'verified', secretId: key.id };
    },
  };
}

function checkedKey(key: JwsKey): JwsKey {
  if (!fitsAlgorithm(key.key, key.algorithm))
    throw new PolyrailError('configuration_invalid', `${key.id} is no public key for ${key.algorithm}`);
  return key;
}

function readDetached(message: NotificationMessage, options: DetachedJwsOptions): DetachedJws | Refused {
  const { signatureField = 'x-jws-signature', payload = 'either', required = {}, issuedAt } = options;
  const jws = singleField(message, signatureField);
  if (typeof jws !== 'string') return jws;
  const [written = '', detached, text = '', ...further] = jws.split('.', 4);
  const header = readProtectedHeader(written);
  const signature = decodeStrictly(text, 'base64url');
  const isDetached = detached === '' && further.length === 0;
  if (header === undefined || signature === undefined || !isDetached) return refused('signature_malformed');
  const understood = new Set(['b64', ...Object.keys(required), issuedAt]);
  const isUnderstood = header.critical.every((name) => understood.has(name));
  const isExpectedForm = payload === 'either' || header.base64 === (payload === 'base64url');
  return isUnderstood && isExpectedForm ? { written, header, signature } : refused('signature_malformed');
}

function hasRequired({ parameters }: ProtectedHeader, { required = {} }: DetachedJwsOptions): boolean {
  return Object.entries(required).every(([name, value]) => parameters.get(name) === value);
}

function checkTime(
  { parameters }: ProtectedHeader,
  { issuedAt }: DetachedJwsOptions,
  nowMs: number,
  toleranceSeconds: number,
): Refused | undefined {
  if (issuedAt === undefined) return undefined;
  const seconds = parameters.get(issuedAt);
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return refused('timestamp_missing');
  return isInWindow(seconds * 1_000, nowMs, toleranceSeconds) ? undefined : refused('timestamp_outside_window');
}
