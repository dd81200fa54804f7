import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign, FlattenedSign, flattenedVerify, type JWTHeaderParameters } from 'jose';
import { describe, expect, it } from 'vitest';
import { detachedJwsVerifier, type JwsAlgorithm } from '../../src/index.ts';
import { nowMs } from '../support/specimen.ts';
import { message, outcome } from '../support/verify.ts';

const body = Buffer.from('{"amount":"10.00","note":"été"}');
const seconds = nowMs / 1_000;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pairs = {
  PS256: rsa,
  PS384: rsa,
  PS512: rsa,
  RS256: rsa,
  ES256: p256,
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  EdDSA: generateKeyPairSync('ed25519'),
} satisfies Record<JwsAlgorithm, { privateKey: KeyObject; publicKey: KeyObject }>;
const algorithms: readonly JwsAlgorithm[] = ['PS256', 'PS384', 'PS512', 'RS256', 'ES256', 'ES384', 'EdDSA'];
const ours = [{ id: 'k1', algorithm: 'ES256', key: p256.publicKey }] as const;
const received = (jws: string) => message(body, { 'x-jws-signature': jws });

async function detached(header: JWTHeaderParameters, key: KeyObject = p256.privateKey): Promise<string> {
  const names = Object.fromEntries(['b64', ...(header.crit ?? [])].map((name) => [name, true]));
  const jws = await new FlattenedSign(body).setProtectedHeader(header).sign(key, { crit: names });
  return `${jws.protected}..${jws.signature}`;
}

/** A header that a library refuses to sign. */
function unsigned(header: object, signature = Buffer.alloc(64)): string {
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}..${signature.toString('base64url')}`;
}

describe('detachedJwsVerifier', () => {
  it.each(algorithms)('believes what jose signs with %s, the body raw or in base64url', async (alg) => {
    const { privateKey, publicKey } = pairs[alg];
    const verifier = detachedJwsVerifier([{ id: 'k1', algorithm: alg, key: publicKey }]);
    const raw = await detached({ alg, kid: 'k1', b64: false, crit: ['b64'] }, privateKey);
    const [header, , signature] = (
      await new CompactSign(body).setProtectedHeader({ alg, kid: 'k1' }).sign(privateKey)
    ).split('.');
    expect(outcome(verifier, received(raw))).toBe('verified');
    expect(outcome(verifier, received(`${header}..${signature}`))).toBe('verified');
  });

  it('agrees with jose about what is signed', async () => {
    const [header = '', , signature = ''] = (
      await detached({ alg: 'ES256', kid: 'k1', b64: false, crit: ['b64'] })
    ).split('.');
    const jws = { protected: header, payload: body, signature };
    expect((await flattenedVerify(jws, p256.publicKey)).protectedHeader?.kid).toBe('k1');
  });

  // RFC 7515, A.3 and RFC 8037, A.4, detached as RFC 7515, appendix F says. Their headers have no kid.
  it('asks for a kid, which the vectors of the RFCs do not have', () => {
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    });
    const jws =
      'eyJhbGciOiJFZERTQSJ9..hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
    const verifier = detachedJwsVerifier([{ id: 'k1', algorithm: 'EdDSA', key }]);
    const signed = message('Example of Ed25519 signing', { 'x-jws-signature': jws });
    expect(outcome(verifier, signed)).toBe('signature_malformed');
  });

  it.each([
    ['the algorithm none', unsigned({ alg: 'none', kid: 'k1' }, Buffer.alloc(0)), 'signature_malformed'],
    ['the algorithm none with a signature', unsigned({ alg: 'none', kid: 'k1' }), 'signature_malformed'],
    ['another algorithm than the key has', unsigned({ alg: 'ES384', kid: 'k1' }), 'signature_malformed'],
    ['no algorithm', unsigned({ kid: 'k1' }), 'signature_malformed'],
    ['no kid', unsigned({ alg: 'ES256' }), 'signature_malformed'],
    ['an unknown kid', unsigned({ alg: 'ES256', kid: 'k2' }), 'signature_wrong'],
    ['a kid of the prototype', unsigned({ alg: 'ES256', kid: '__proto__' }), 'signature_wrong'],
    ['an unknown crit', unsigned({ alg: 'ES256', kid: 'k1', x: 1, crit: ['x'] }), 'signature_malformed'],
    ['an empty crit', unsigned({ alg: 'ES256', kid: 'k1', crit: [] }), 'signature_malformed'],
    [
      'a crit with doubles',
      unsigned({ alg: 'ES256', kid: 'k1', b64: false, crit: ['b64', 'b64'] }),
      'signature_malformed',
    ],
    ['a crit that is no list', unsigned({ alg: 'ES256', kid: 'k1', b64: false, crit: 'b64' }), 'signature_malformed'],
    ['a crit of what is not there', unsigned({ alg: 'ES256', kid: 'k1', crit: ['b64'] }), 'signature_malformed'],
    ['a b64 that crit does not name', unsigned({ alg: 'ES256', kid: 'k1', b64: false }), 'signature_malformed'],
    ['a b64 that is no truth', unsigned({ alg: 'ES256', kid: 'k1', b64: 'x', crit: ['b64'] }), 'signature_malformed'],
    ['a header that is no object', unsigned(['ES256']), 'signature_malformed'],
    ['a header that is no JSON', `e30e30..${'A'.repeat(86)}`, 'signature_malformed'],
    ['all zeros', unsigned({ alg: 'ES256', kid: 'k1' }), 'signature_wrong'],
    ['two parts', unsigned({ alg: 'ES256', kid: 'k1' }).replace('..', '.'), 'signature_malformed'],
    ['four parts', `${unsigned({ alg: 'ES256', kid: 'k1' })}.`, 'signature_malformed'],
    ['an attached payload', unsigned({ alg: 'ES256', kid: 'k1' }).replace('..', '.e30.'), 'signature_malformed'],
  ])('refuses %s', (_, jws, reason) => {
    expect(outcome(detachedJwsVerifier(ours), received(jws))).toBe(reason);
  });

  it('refuses an HMAC that is keyed with the public key', () => {
    const pem = p256.publicKey.export({ format: 'pem', type: 'spki' });
    for (const alg of ['HS256', 'ES256']) {
      const header = Buffer.from(JSON.stringify({ alg, kid: 'k1' })).toString('base64url');
      const input = `${header}.${body.toString('base64url')}`;
      const signature = createHmac('sha256', pem).update(input).digest('base64url');
      expect(outcome(detachedJwsVerifier(ours), received(`${header}..${signature}`))).toBe('signature_malformed');
    }
  });

  it('follows no key of the header', async () => {
    const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = forger.publicKey.export({ format: 'jwk' });
    const jws = await detached({ alg: 'ES256', kid: 'k1', jwk, jku: 'https://evil.example/keys' }, forger.privateKey);
    expect(outcome(detachedJwsVerifier(ours), received(jws))).toBe('signature_wrong');
  });

  it('reads no header of more than 8 KiB, however genuine', async () => {
    const jws = (filling: number) => detached({ alg: 'ES256', kid: 'k1', x: 'x'.repeat(filling) });
    expect(outcome(detachedJwsVerifier(ours), received(await jws(4_000)))).toBe('verified');
    expect(outcome(detachedJwsVerifier(ours), received(await jws(8_000)))).toBe('signature_malformed');
  });

  it('reads the header of UK open banking: issuer and time are required, and critical', async () => {
    const [iat, iss] = ['http://openbanking.org.uk/iat', 'http://openbanking.org.uk/iss'];
    const verifier = detachedJwsVerifier(ours, { issuedAt: iat, required: { [iss]: 'bank' } });
    const at = (time: unknown, issuer = 'bank') =>
      detached({ alg: 'ES256', kid: 'k1', [iat]: time, [iss]: issuer, crit: [iat, iss] });
    expect(outcome(verifier, received(await at(seconds)))).toBe('verified');
    expect(outcome(verifier, received(await at(seconds - 301)))).toBe('timestamp_outside_window');
    expect(outcome(verifier, received(await at(seconds + 301)))).toBe('timestamp_outside_window');
    expect(outcome(verifier, received(await at(String(seconds))))).toBe('timestamp_missing');
    expect(outcome(verifier, received(await at(seconds, 'other bank')))).toBe('signature_wrong');
    expect(outcome(detachedJwsVerifier(ours), received(await at(seconds)))).toBe('signature_malformed');
  });

  it('takes the form of payload that it is told to take', async () => {
    const raw = received(await detached({ alg: 'ES256', kid: 'k1', b64: false, crit: ['b64'] }));
    expect(outcome(detachedJwsVerifier(ours, { payload: 'raw' }), raw)).toBe('verified');
    expect(outcome(detachedJwsVerifier(ours, { payload: 'base64url' }), raw)).toBe('signature_malformed');
  });

  it.each([
    ['a private key', 'ES256', p256.privateKey],
    ['a key of another type', 'PS256', p256.publicKey],
    ['a key on another curve', 'ES384', p256.publicKey],
    ['a key for something else', 'EdDSA', rsa.publicKey],
    ['a short key', 'PS256', generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey],
  ] as const)('does not start with %s', (_, algorithm, key) => {
    expect(() => detachedJwsVerifier([{ id: 'k1', algorithm, key }])).toThrowError(
      expect.objectContaining({ code: 'configuration_invalid' }),
    );
  });
});
