import { createHash } from 'node:crypto';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { DpopProofs } from '../../src/access/dpop-proofs.ts';

const origin = 'https://payments.example';
const nowMs = 1_800_000_000_000;
const nowSeconds = nowMs / 1_000;
const clock = { now: () => nowMs, schedule: () => () => undefined };
const token = 'the.access.token';
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

let privateKey: CryptoKey;
let otherKey: CryptoKey;
let jwk: JWK;
let privateJwk: JWK;
let otherJwk: JWK;
let jkt: string;
beforeAll(async () => {
  const own = await generateKeyPair('ES256', { extractable: true });
  const other = await generateKeyPair('ES256');
  [privateKey, otherKey] = [own.privateKey, other.privateKey];
  [jwk, privateJwk, otherJwk] = [
    await exportJWK(own.publicKey),
    await exportJWK(own.privateKey),
    await exportJWK(other.publicKey),
  ];
  jkt = await calculateJwkThumbprint(jwk);
});

interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly without?: string;
  readonly header?: { typ?: string; alg?: string; jwk?: JWK };
  readonly signedBy?: CryptoKey | Uint8Array;
}

let proofs = 0;

function proofOf({ claims = {}, without = '', header = {}, signedBy = privateKey }: Changes = {}): Promise<string> {
  const whole = {
    jti: `proof-${++proofs}`,
    htm: 'POST',
    htu: `${origin}/v1/payments`,
    iat: nowSeconds,
    ath: hashOf(token),
    ...claims,
  };
  const { [without as 'jti']: _, ...payload } = whole;
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header }).sign(signedBy);
}

const judge = (proof: string, at = new DpopProofs(origin, clock)) =>
  at.isProven({ proof, method: 'POST', path: '/v1/payments' }, token, jkt);

describe('a proof of possession', () => {
  it('RFC 9449, 7.1: the printed proof is believed', async () => {
    const printed =
      'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA';
    const at = { now: () => 1_562_262_618_000, schedule: () => () => undefined };
    const judged = new DpopProofs('https://resource.example.org', at).isProven(
      { proof: printed, method: 'GET', path: '/protectedresource' },
      'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
      '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I',
    );
    expect(await judged).toBe(true);
  });

  it.each<[string, JWTPayload]>([
    ['as it should be', {}],
    ['with a query in its URL', { htu: `${origin}/v1/payments?a=1#b` }],
    ['with the URL in other letters', { htu: 'HTTPS://PAYMENTS.example:443/v1/payments' }],
    ['by a clock that is a little slow', { iat: nowSeconds - 70 }],
    ['by a clock that is a little fast', { iat: nowSeconds + 10 }],
  ])('%s is believed', async (_name, claims) => {
    expect(await judge(await proofOf({ claims }))).toBe(true);
  });

  const refused: Readonly<Record<string, () => Changes>> = {
    'for another method': () => ({ claims: { htm: 'GET' } }),
    'for a method in other letters': () => ({ claims: { htm: 'post' } }),
    'for another path': () => ({ claims: { htu: `${origin}/v1/payments/pay_1/refunds` } }),
    'for another host': () => ({ claims: { htu: 'https://evil.example/v1/payments' } }),
    'for another port': () => ({ claims: { htu: `${origin}:8443/v1/payments` } }),
    'for plain http': () => ({ claims: { htu: 'http://payments.example/v1/payments' } }),
    'for no URL': () => ({ claims: { htu: '/v1/payments' } }),
    'for a list of URLs': () => ({ claims: { htu: [`${origin}/v1/payments`] } }),
    'for another token': () => ({ claims: { ath: hashOf('another') } }),
    'that is too old': () => ({ claims: { iat: nowSeconds - 71 } }),
    'from the future': () => ({ claims: { iat: nowSeconds + 11 } }),
    'with a time that is no number': () => ({ claims: { iat: String(nowSeconds) } }),
    'that has expired': () => ({ claims: { exp: nowSeconds - 11 } }),
    'with an id that is no text': () => ({ claims: { jti: 1 } }),
    'without an id': () => ({ without: 'jti' }),
    'without a method': () => ({ without: 'htm' }),
    'without a URL': () => ({ without: 'htu' }),
    'without a time': () => ({ without: 'iat' }),
    'without a hash of the token': () => ({ without: 'ath' }),
    'of another type': () => ({ header: { typ: 'JWT' } }),
    'signed by another key': () => ({ signedBy: otherKey }),
    'of another key': () => ({ header: { jwk: otherJwk }, signedBy: otherKey }),
    'that shows its private key': () => ({ header: { jwk: privateJwk } }),
    'with a shared secret': () => ({
      header: { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } },
      signedBy: new Uint8Array(32),
    }),
    'with a key that is none': () => ({ header: { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } } }),
    'that is too long': () => ({ claims: { padding: 'x'.repeat(8_192) } }),
  };
  it.each(Object.entries(refused))('%s is not believed', async (_name, changes) => {
    expect(await judge(await proofOf(changes()))).toBe(false);
  });

  it('that is unsigned, broken, double or missing is not believed', async () => {
    const [head = '', body = '', signature = ''] = (await proofOf()).split('.');
    const whole = `${head}.${body}.${signature}`;
    const unsigned = new UnsecuredJWT({ htm: 'POST' }).encode();
    const texts = ['', '..', 'undefined', unsigned, `${head}.${body}.`, `${whole}, ${whole}`, ` ${whole}`];
    for (const text of texts) expect(await judge(text)).toBe(false);
  });

  it('is believed once, and the same id of another key as well', async () => {
    const judging = new DpopProofs(origin, clock);
    const proof = await proofOf({ claims: { jti: 'once' } });
    expect([await judge(proof, judging), await judge(proof, judging)]).toEqual([true, false]);
    expect(await judge(await proofOf({ claims: { jti: 'once' } }), judging)).toBe(false);
    const others = await proofOf({ claims: { jti: 'once' }, header: { jwk: otherJwk }, signedBy: otherKey });
    const request = { proof: others, method: 'POST', path: '/v1/payments' };
    expect(await judging.isProven(request, token, await calculateJwkThumbprint(otherJwk))).toBe(true);
  });

  it('is remembered as long as it would be believed', async () => {
    let atMs = nowMs;
    const judging = new DpopProofs(origin, { now: () => atMs, schedule: () => () => undefined });
    const proof = await proofOf({ claims: { iat: nowSeconds + 10 } });
    expect(await judge(proof, judging)).toBe(true);
    for (atMs of [nowMs + 40_000, nowMs + 80_000]) expect(await judge(proof, judging)).toBe(false);
    expect(await judge(proof, new DpopProofs(origin, { now: () => atMs, schedule: () => () => undefined }))).toBe(true);
  });

  it('that was refused does not use up its id', async () => {
    const judging = new DpopProofs(origin, clock);
    expect(await judge(await proofOf({ claims: { jti: 'a', htm: 'GET' } }), judging)).toBe(false);
    expect(await judge(await proofOf({ claims: { jti: 'a' } }), judging)).toBe(true);
  });
});
