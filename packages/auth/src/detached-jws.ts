import { type SecretSource, secretNow } from '@polyrail/core/provider';
import type { Authenticator } from '@polyrail/http';
import { FlattenedSign, type JWSHeaderParameters } from 'jose';
import { privateKeyOf } from './signing-key.ts';

export interface DetachedJwsOptions {
  readonly keyId: string;
  /** Private key in PEM. */
  readonly key: SecretSource;
  readonly algorithm: 'PS256' | 'ES256' | 'RS256' | 'EdDSA';
  /** Default: `x-jws-signature`. */
  readonly header?: string;
  /** Whether the payload is encoded before it is signed; `false` signs its bytes as they are (RFC 7797). Default: true. */
  readonly b64?: boolean;
  /** More parameters of the protected header, all of them critical. A function gets the time. Default: none. */
  readonly critical?: (now: number) => JWSHeaderParameters;
}

/**
 * Signs the body of a request as a JWS without its payload (RFC 7515, appendix F). A request without a body is not signed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7797
 */
export function detachedJws(options: DetachedJwsOptions): Authenticator {
  const { algorithm, b64 = true, critical, header = 'x-jws-signature', key, keyId } = options;
  return {
    async apply(request, { now }) {
      if (request.body === undefined) return request;
      const claims = { ...(!b64 && { b64: false }), ...critical?.(now) };
      const crit = Object.keys(claims);
      const payload = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
      const jws = await new FlattenedSign(payload)
        .setProtectedHeader({ alg: algorithm, kid: keyId, ...claims, ...(crit.length > 0 && { crit }) })
        .sign(privateKeyOf(secretNow(key)), { crit: Object.fromEntries(crit.map((name) => [name, true])) });
      return { ...request, headers: { ...request.headers, [header]: `${jws.protected}..${jws.signature}` } };
    },
    describe: () => ({ kind: 'detached_jws', keyId, algorithm, header }),
  };
}

/** What the UK Open Banking profile adds: who signs, when, and under which trust anchor. */
export function openBankingClaims(issuer: string, trustAnchor: string): (now: number) => JWSHeaderParameters {
  return (now) => ({
    'http://openbanking.org.uk/iat': Math.floor(now / 1_000),
    'http://openbanking.org.uk/iss': issuer,
    'http://openbanking.org.uk/tan': trustAnchor,
  });
}
