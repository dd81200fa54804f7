import type { AccessTokenSettings } from '../../src/access/access-tokens.ts';

/** An issuer of access tokens that no test asks over the network. */
export const tokenSettings: AccessTokenSettings = {
  issuer: 'https://issuer.example',
  audience: 'https://payments.example',
  jwksUrl: 'https://issuer.example/jwks',
  tenantClaim: 'tenant',
  scope: 'payments',
};
