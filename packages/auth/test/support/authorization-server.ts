import { createHash, generateKeyPairSync, type KeyObject, type X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Credential } from '@polyrail/testkit/certificate-authority';
import { createLocalJWKSet, exportJWK, type JWK, jwtVerify } from 'jose';
import { customFetch, validateJwtAccessToken } from 'oauth4webapi';
import { type ClientMetadata, type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider';

/** A certified authorization server and a resource that takes its tokens, on one port of loopback. */
export interface AuthorizationServer extends AsyncDisposable {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** Requests at the token endpoint so far. */
  tokenRequests: number;
  /** Calls of the resource: their status and what they carried. */
  readonly calls: { readonly status: number; readonly authorization: string }[];
  /** Whether a proof needs a nonce, at the token endpoint and at the resource. */
  requireNonce: boolean;
  /** The resource refuses every token that was issued so far. */
  revokeAll(): void;
}

const audience = 'urn:polyrail:resource';
const resourceNonce = 'nonce-of-the-resource';
const bareClient = { redirect_uris: [], response_types: [], grant_types: ['client_credentials'] };

/** What every client has to say for a server that signs with ES256 only. */
export function client(metadata: ClientMetadata): ClientMetadata {
  return { ...bareClient, id_token_signed_response_alg: 'ES256', ...metadata };
}

export async function startAuthorizationServer(
  credential: Credential,
  ca: string,
  clients: readonly ClientMetadata[],
): Promise<AuthorizationServer> {
  const sockets = new Set<Duplex>();
  const server = createServer({ ...credential, ca, requestCert: true, rejectUnauthorized: false });
  server.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `https://localhost:${(server.address() as AddressInfo).port}`;
  const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const revoked = { before: 0 };
  const it: AuthorizationServer = {
    issuer,
    tokenEndpoint: `${issuer}/token`,
    tokenRequests: 0,
    calls: [],
    requireNonce: false,
    revokeAll: () => {
      revoked.before = it.tokenRequests;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(issuer, await configurationOf(clients, signing.privateKey, it));
  const authorize = provider.callback();
  const keys = { keys: [{ ...(await exportJWK(signing.publicKey)), kid: 'as', alg: 'ES256' }] };
  const issued: string[] = [];
  provider.on('grant.success', (ctx) => issued.push(tokenIn(ctx.body)));
  const listener: RequestListener = (request, response) => {
    if (request.url === '/token') it.tokenRequests++;
    if (!request.url?.startsWith('/api/')) return authorize(request, response);
    return void callResource(request, response, it, keys, (token) => issued.indexOf(token) < revoked.before);
  };
  server.on('request', listener);
  return it;
}

async function configurationOf(
  clients: readonly ClientMetadata[],
  signing: KeyObject,
  it: AuthorizationServer,
): Promise<Configuration> {
  return {
    clients: [...clients],
    clientAuthMethods: [
      'client_secret_basic',
      'client_secret_post',
      'private_key_jwt',
      'tls_client_auth',
      'self_signed_tls_client_auth',
    ],
    jwks: { keys: [{ ...(await exportJWK(signing)), kid: 'as', alg: 'ES256', use: 'sig' }] },
    scopes: ['payments', 'admin'],
    ttl: { ClientCredentials: 600 },
    enabledJWA: { dPoPSigningAlgValues: ['ES256', 'Ed25519', 'PS256'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => it.requireNonce },
      mTLS: {
        enabled: true,
        certificateBoundAccessTokens: true,
        tlsClientAuth: true,
        selfSignedTlsClientAuth: true,
        getCertificate: (ctx) => certificateOf(ctx.req)?.toString(),
        certificateAuthorized: (ctx) => ctx.socket instanceof TLSSocket && ctx.socket.authorized,
        certificateSubjectMatches: (ctx: KoaContextWithOIDC, _property, expected) =>
          certificateOf(ctx.req)?.subject.split('\n').join(', ') === expected,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          scope: 'payments admin',
          audience,
          accessTokenTTL: 600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}

function tokenIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : '';
}

/** The resource: takes a token that is bound to the certificate or the key at hand, and nothing else. */
async function callResource(
  request: IncomingMessage,
  response: ServerResponse,
  it: AuthorizationServer,
  keys: { keys: JWK[] },
  isRevoked: (token: string) => boolean,
): Promise<void> {
  const authorization = request.headers.authorization ?? '';
  const refusal = await refusalOf(request, it, keys, isRevoked);
  it.calls.push({ status: refusal === undefined ? 200 : 401, authorization });
  if (it.requireNonce) response.setHeader('dpop-nonce', resourceNonce);
  if (refusal === undefined) response.end('paid');
  else response.writeHead(401, { 'www-authenticate': `DPoP error="${refusal}"` }).end();
}

async function refusalOf(
  request: IncomingMessage,
  it: AuthorizationServer,
  keys: { keys: JWK[] },
  isRevoked: (token: string) => boolean,
): Promise<string | undefined> {
  const { authorization = '', dpop } = request.headers;
  const headers = { authorization, ...(typeof dpop === 'string' && { dpop }) };
  if (typeof dpop === 'string' && it.requireNonce && !dpop.includes(encodedNonce(dpop))) return 'use_dpop_nonce';
  const token = authorization.replace(/^\w+ /, '');
  if (isRevoked(token)) return 'invalid_token';
  try {
    const { cnf } = (await jwtVerify(token, createLocalJWKSet(keys), { issuer: it.issuer, audience })).payload;
    if (typeof cnf === 'object' && cnf !== null && 'x5t#S256' in cnf)
      return cnf['x5t#S256'] === thumbprintOf(certificateOf(request)) ? undefined : 'invalid_token';
    await validateJwtAccessToken(
      { issuer: it.issuer, jwks_uri: `${it.issuer}/jwks` },
      new Request(it.issuer + request.url, { method: request.method ?? 'GET', headers }),
      audience,
      { [customFetch]: async () => Response.json(keys) },
    );
    return undefined;
  } catch {
    return 'invalid_token';
  }
}

/** A part that only a proof with the nonce has: never found when it is missing. */
function encodedNonce(proof: string): string {
  const payload: unknown = JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString());
  const has = typeof payload === 'object' && payload !== null && 'nonce' in payload && payload.nonce === resourceNonce;
  return has ? proof : 'no nonce';
}

function certificateOf(request: IncomingMessage): X509Certificate | undefined {
  return request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate() : undefined;
}

function thumbprintOf(certificate: X509Certificate | undefined): string | undefined {
  return certificate && createHash('sha256').update(certificate.raw).digest('base64url');
}
