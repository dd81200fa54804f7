import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import type { Delivery } from '@polyrail/core/provider';
import { Secret } from '@polyrail/core/provider';
import {
  type Authenticator,
  type HttpRequest,
  type HttpResponse,
  httpTransport,
  RotatingTls,
  type TlsOptions,
} from '@polyrail/http';
import { type Authority, type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { exportJWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { type ClientAuthentication, type ClientCredentialsOptions, clientCredentials } from '../../src/index.ts';
import { type AuthorizationServer, client, startAuthorizationServer } from './authorization-server.ts';

/** Every sign that the form encoding of RFC 6749 changes. */
export const secret: Secret = new Secret('p+a ss:word%2F/=&"~');
export const basic: ClientAuthentication = { method: 'client_secret_basic', secret };
export const payment: HttpRequest = {
  method: 'POST',
  path: '/api/payments',
  headers: { 'idempotency-key': 'k1' },
  body: '{}',
};
export const paid = { phase: 'answered', response: { status: 200 } } as const;

/** A key for signing in both forms that are needed. */
export interface SigningKey {
  readonly pem: Secret;
  readonly publicKey: KeyObject;
}

export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { pem: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()), publicKey };
}

/** A transport that pays with what an authenticator gets. */
export interface Payer extends AsyncDisposable {
  readonly authenticator: Authenticator;
  pay(request?: HttpRequest): Promise<Delivery<HttpResponse>>;
}

export type PayerOptions = Partial<ClientCredentialsOptions> & { readonly resourceTls?: TlsOptions | RotatingTls };

/** Everybody that takes part: certificates, keys, and the clients that the server knows. */
export class Parties {
  readonly authority: Authority;
  readonly server: Credential;
  readonly shop: Credential;
  readonly other: Credential;
  readonly expired: Credential;
  readonly selfSigned: Credential;
  readonly signingKey: SigningKey;
  readonly clients: readonly ClientMetadata[];

  private constructor(
    authority: Authority,
    credentials: readonly Credential[],
    key: SigningKey,
    clients: readonly ClientMetadata[],
  ) {
    const [server, shop, other, expired, selfSigned] = credentials;
    if (!server || !shop || !other || !expired || !selfSigned) throw new Error('five credentials');
    this.authority = authority;
    this.server = server;
    this.shop = shop;
    this.other = other;
    this.expired = expired;
    this.selfSigned = selfSigned;
    this.signingKey = key;
    this.clients = clients;
  }

  static async create(): Promise<Parties> {
    const [authority, stranger] = await Promise.all([createAuthority('Test root'), createAuthority('Other root')]);
    const credentials = await Promise.all([
      authority.issue('localhost'),
      authority.issue('shop', { subject: shopName }),
      authority.issue('other'),
      authority.issue('shop', { subject: shopName, validDays: -1 }),
      stranger.issue('self'),
    ]);
    const key = newSigningKey();
    return new Parties(authority, credentials, key, await clientsOf(key, credentials[4].cert));
  }

  start(clients: readonly ClientMetadata[] = this.clients): Promise<AuthorizationServer> {
    return startAuthorizationServer(this.server, this.authority.ca, clients);
  }

  /** A certificate of the shop in another generation. */
  renewShop(): Promise<Credential> {
    return this.authority.issue('shop', { subject: shopName });
  }

  tlsWith(credential: Credential | undefined): RotatingTls {
    return new RotatingTls({ ca: this.authority.ca, ...credential });
  }

  /** A client of the server, with a transport to the resource. */
  payer(as: AuthorizationServer, authentication: ClientAuthentication, options: PayerOptions): Payer {
    const { resourceTls, ...rest } = options;
    const tls = this.tlsWith(undefined);
    const { issuer, tokenEndpoint } = as;
    const authenticator = clientCredentials({
      tokenEndpoint,
      issuer,
      clientId: authentication.method,
      authentication,
      scope: 'payments',
      tls,
      ...rest,
    });
    return payerWith(as, authenticator, resourceTls ?? options.tls ?? tls);
  }
}

export function payerWith(as: AuthorizationServer, authenticator: Authenticator, tls: TlsOptions | RotatingTls): Payer {
  // Few connections: both sides of every handshake are in this process.
  const limits = { maxConnections: 8, connectTimeoutMs: 15_000 };
  const transport = httpTransport({ origin: as.issuer, tls, authenticator, limits });
  return {
    authenticator,
    pay: (request = payment) => transport.send(request, { timeoutMs: 20_000 }),
    [Symbol.asyncDispose]: () => transport.close(),
  };
}

const shopName = [{ CN: ['shop'] }, { O: ['Polyrail'] }];

async function clientsOf(key: SigningKey, selfSigned: string): Promise<ClientMetadata[]> {
  const known = new X509Certificate(selfSigned);
  const client_secret = secret.expose();
  return [
    client({ client_id: 'basic', client_secret, scope: 'payments', token_endpoint_auth_method: 'client_secret_basic' }),
    client({ client_id: 'post', client_secret, token_endpoint_auth_method: 'client_secret_post' }),
    client({
      client_id: 'jwt',
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [{ ...(await exportJWK(key.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] },
    }),
    client({
      client_id: 'tls',
      token_endpoint_auth_method: 'tls_client_auth',
      tls_client_auth_subject_dn: 'CN=shop, O=Polyrail',
      tls_client_certificate_bound_access_tokens: true,
    }),
    client({
      client_id: 'self',
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      tls_client_certificate_bound_access_tokens: true,
      jwks: { keys: [{ ...(await exportJWK(known.publicKey)), x5c: [known.raw.toString('base64')] }] },
    }),
    client({
      client_id: 'dpop',
      client_secret,
      token_endpoint_auth_method: 'client_secret_basic',
      dpop_bound_access_tokens: true,
    }),
  ];
}
