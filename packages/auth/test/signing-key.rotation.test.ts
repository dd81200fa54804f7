import { generateKeyPairSync } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import type { Authenticator, HttpRequest } from '@polyrail/http';
import { expect, it } from 'vitest';
import { cavageSignature, detachedJws, type HmacScheme, hmacSignature, httpMessageSignature } from '../src/index.ts';

const request: HttpRequest = { method: 'POST', path: '/payments', headers: {}, body: '{}' };
const context = { origin: 'https://api.psp.example', now: 1_700_000_000_000 };
const hmac: HmacScheme = {
  hash: 'sha256',
  keyEncoding: 'base64',
  signs: '{body}',
  signatureEncoding: 'base64',
  carries: { signature: '{signature}' },
};

const sharedKey = (letter: string) => new Secret(Buffer.alloc(32, letter).toString('base64'));
const rsaKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
};

type Make = (key: () => Secret) => Authenticator;
const signers: Readonly<Record<string, [Make, Secret, Secret]>> = {
  hmacSignature: [(secret) => hmacSignature(hmac, { secret }), sharedKey('a'), sharedKey('b')],
  httpMessageSignature: [
    (key) => httpMessageSignature({ algorithm: 'hmac-sha256', keyId: 'k', key, randomId: () => 'n1' }),
    sharedKey('a'),
    sharedKey('b'),
  ],
  cavageSignature: [
    (key) => cavageSignature({ algorithm: 'hmac-sha256', keyId: 'k', key, fields: ['digest'] }),
    sharedKey('a'),
    sharedKey('b'),
  ],
  detachedJws: [(key) => detachedJws({ algorithm: 'RS256', keyId: 'k', key, header: 'signature' }), rsaKey(), rsaKey()],
};

it.each(Object.entries(signers))('%s asks for its key at each request', async (_name, [make, old, next]) => {
  let now = old;
  const signer = make(() => now);
  const sign = async () => (await signer.apply(request, context)).headers?.['signature'];
  const before = await sign();
  expect(before).toBeDefined();
  expect(await sign()).toBe(before);
  now = next;
  expect(await sign()).not.toBe(before);
});
