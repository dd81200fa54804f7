import { clientCredentials, detachedJws, openBankingClaims } from '@polyrail/auth';
import type { Secret } from '@polyrail/core';
import { httpTransport, inOrder, type RotatingTls } from '@polyrail/http';

/** A bank that wants a token, a signature over the body, and our certificate on every connection. */
export function bankTransport(tls: RotatingTls, signingKey: () => Secret) {
  const token = clientCredentials({
    tokenEndpoint: 'https://auth.bank.example/token',
    clientId: 'polyrail',
    authentication: { method: 'private_key_jwt', key: signingKey, algorithm: 'PS256', keyId: 'k1' },
    scope: 'payments',
    idempotencyKeyHeader: 'x-idempotency-key',
    tls,
  });
  const signature = detachedJws({
    keyId: 'k1',
    key: signingKey,
    algorithm: 'PS256',
    critical: openBankingClaims('0015800001041RHAAY', 'openbanking.org.uk'),
  });
  return httpTransport({
    origin: 'https://api.bank.example',
    basePath: '/open-banking/v4.0',
    tls,
    authenticator: inOrder(token, signature),
  });
}
