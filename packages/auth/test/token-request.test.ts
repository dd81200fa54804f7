import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret } from '@polyrail/core/provider';
import { httpTransport } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { type ClientAuthentication, clientCredentials, type DpopAlgorithm } from '../src/index.ts';

const basic: ClientAuthentication = { method: 'client_secret_basic', secret: new Secret('s3cret') };

/** A token endpoint that says the same to everybody, and a resource beside it; what becomes of one payment. */
async function payWith(
  status: number,
  answer: string,
  dpop?: DpopAlgorithm,
  authentication: ClientAuthentication = basic,
) {
  const server = createServer((request, response) => {
    if (request.url !== '/token') response.end('paid');
    else response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const authenticator = clientCredentials({
    tokenEndpoint: `${origin}/token`,
    clientId: 'shop',
    authentication,
    ...(dpop && { dpop }),
  });
  const transport = httpTransport({ origin, authenticator });
  const delivery = await transport.send({ method: 'GET', path: '/payments' }, { timeoutMs: 5_000 });
  await transport.close();
  server.closeAllConnections();
  server.close();
  return delivery.phase === 'answered' ? delivery.response.text() : delivery.fault.message;
}

describe('the answer of a token endpoint', () => {
  it('that is a token is used', async () => {
    expect(await payWith(200, '{"access_token":"t","token_type":"Bearer"}')).toBe('paid');
    expect(await payWith(200, '{"access_token":"t","token_type":"DPoP"}', 'ES256')).toBe('paid');
  });

  it('of another type than asked for is refused: a bound token must not become a bearer token', async () => {
    const bearer = await payWith(200, '{"access_token":"t","token_type":"bearer"}', 'ES256');
    expect(bearer).toBe('the token endpoint issued a token of type bearer, not dpop');
    const bound = await payWith(200, '{"access_token":"t","token_type":"DPoP"}');
    expect(bound).toBe('the token endpoint issued a token of type dpop, not bearer');
  });

  it.each([
    [200, 'no JSON'],
    [200, '{}'],
    [200, '{"access_token":"t"}'],
    [200, '{"access_token":"","token_type":"bearer"}'],
    [200, '{"access_token":"t","token_type":"mac"}'],
    [200, '{"access_token":"a\\r\\nx: y","token_type":"bearer"}'],
  ])('%i %s is none', async (status, answer) => {
    expect(await payWith(status, answer)).toBe('the answer of the token endpoint is not an access token');
  });

  it.each([302, 503, 204, 500])('that has no token says its status: %i', async (status) => {
    const answer = status === 204 ? '' : '{"error":"temporarily_unavailable"}';
    expect(await payWith(status, answer)).toBe(`the answer of the token endpoint is not an access token (${status})`);
  });

  it.each([
    [400, '{"error":"invalid_scope","error_description":"s3cret"}', 'the token endpoint answered invalid_scope'],
    [400, '{"error":"s3cret"}', 'the token endpoint answered an error (400)'],
  ])('%i %s is told in words of our own', async (status, answer, message) => {
    expect(await payWith(status, answer)).toBe(message);
  });
});

it.each<ClientAuthentication>([
  { method: 'private_key_jwt', algorithm: 'ES256', key: new Secret('no key') },
  {
    method: 'client_secret_basic',
    secret: () => {
      throw new Error('s3cret');
    },
  },
])('a $method that cannot be used is not taken for an answer of the token endpoint', async (authentication) => {
  const token = '{"access_token":"t","token_type":"bearer"}';
  expect(await payWith(200, token, undefined, authentication)).toBe('the secret or key of the client cannot be used');
});
