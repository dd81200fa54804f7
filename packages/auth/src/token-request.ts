import { CredentialsError, type HttpTransportOptions, httpTransport } from '@polyrail/http';
import {
  allowInsecureRequests,
  type Client,
  clientCredentialsGrantRequest,
  customFetch,
  isDPoPNonceError,
  processClientCredentialsResponse,
  ResponseBodyError,
  type TokenEndpointResponse,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import type { IssuedToken } from './cached-token.ts';
import { type ClientAuthentication, clientAuthOf } from './client-authentication.ts';
import type { DpopKey } from './dpop-key.ts';
import { TokenRefused } from './token-refused.ts';
import { transportFetch } from './transport-fetch.ts';

/** One request for an access token. */
export interface TokenRequestOptions {
  readonly transport: HttpTransportOptions;
  readonly timeoutMs: number;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly client: Client;
  readonly authentication: ClientAuthentication;
  readonly parameters: Readonly<Record<string, string>>;
  readonly dpop: DpopKey | undefined;
}

/** Codes of RFC 6749, 5.2 and RFC 8707 that the same request would meet again. */
const refusals: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_dpop_proof',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_target',
  'unauthorized_client',
  'unsupported_grant_type',
]);

/**
 * Asks for a token on a transport of its own, which closes after it: tokens are fetched a few times an hour.
 *
 * @throws CredentialsError, in words without a secret
 */
export async function requestToken(options: TokenRequestOptions): Promise<IssuedToken> {
  const transport = httpTransport(options.transport);
  const grant = grantRequest(options, transportFetch(transport, options.transport.origin, options.timeoutMs));
  try {
    return issuedFrom(await onceMoreWithNonce(await grant), options.dpop !== undefined);
  } catch (error) {
    throw failureOf(error);
  } finally {
    await transport.close();
  }
}

async function grantRequest(
  { authentication, client, dpop, issuer, parameters, tokenEndpoint, transport }: TokenRequestOptions,
  fetch: ReturnType<typeof transportFetch>,
): Promise<() => Promise<TokenEndpointResponse>> {
  const server = { issuer, token_endpoint: tokenEndpoint };
  const clientAuth = await clientAuthOf(authentication, tokenEndpoint).catch(() => {
    // What is thrown may quote the key.
    throw new CredentialsError('the secret or key of the client cannot be used');
  });
  return async () => {
    const response = await clientCredentialsGrantRequest(
      server,
      client,
      clientAuth,
      { ...parameters },
      {
        [customFetch]: fetch,
        // The origin rules of the transport say where plain http is allowed.
        [allowInsecureRequests]: transport.origin.startsWith('http:'),
        ...(dpop && { DPoP: dpop.handle }),
      },
    );
    return processClientCredentialsResponse(server, client, response);
  };
}

/** The library keeps the nonce of the refusal and puts it into the next proof. */
async function onceMoreWithNonce(grant: () => Promise<TokenEndpointResponse>): Promise<TokenEndpointResponse> {
  try {
    return await grant();
  } catch (error) {
    if (isDPoPNonceError(error)) return grant();
    throw error;
  }
}

function issuedFrom({ access_token, token_type, expires_in }: TokenEndpointResponse, bound: boolean): IssuedToken {
  if (bound !== (token_type === 'dpop'))
    throw new CredentialsError(
      `the token endpoint issued a token of type ${token_type}, not ${bound ? 'dpop' : 'bearer'}`,
    );
  // One that no header can carry would be kept, and fail each request until it ends.
  if (!/^[\x21-\x7e]+$/.test(access_token)) throw new CredentialsError(noToken);
  return { value: access_token, lifetimeSeconds: expires_in };
}

const noToken = 'the answer of the token endpoint is not an access token';

function failureOf(error: unknown): CredentialsError {
  if (error instanceof CredentialsError) return error;
  const code = refusalCode(error);
  if (code === undefined) return new CredentialsError(`${noToken}${statusOf(error)}`);
  const message = `the token endpoint answered ${code}`;
  return refusals.has(code) ? new TokenRefused(message) : new CredentialsError(message);
}

function refusalCode(error: unknown): string | undefined {
  // 401 at a token endpoint is invalid_client, RFC 6749, 5.2.
  if (error instanceof WWWAuthenticateChallengeError) return 'invalid_client';
  if (!(error instanceof ResponseBodyError)) return undefined;
  return refusals.has(error.error) ? error.error : `an error (${error.status})`;
}

/** The library hands on an answer that it cannot read as the cause. */
function statusOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Response ? ` (${error.cause.status})` : '';
}
