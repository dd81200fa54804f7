import { createPrivateKey, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import type { HttpRequest } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import {
  cavageSignature,
  contentDigest,
  httpMessageSignature,
  isSignedHttpMessage,
  type SignatureAlgorithm,
  type SignedMessage,
} from '../src/index.ts';

// RFC 9421, appendix B.
const created = 1_618_884_473;
const now = created * 1_000;
const origin = 'https://example.com';
const sharedSecret = new Secret(
  'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==',
);
const ed25519 = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
};
const rsaPss = {
  kty: 'RSA',
  e: 'AQAB',
  n: 'r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuYLPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI2w',
};
const headers = {
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  'content-type': 'application/json',
  'content-digest':
    'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
  'content-length': '18',
};
const testRequest: HttpRequest = { method: 'POST', path: '/foo?param=Value&Pet=dog', headers };
const pemOf = (jwk: object) =>
  new Secret(
    createPrivateKey({ key: { ...jwk }, format: 'jwk' })
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  );

describe('RFC 9421, appendix B', () => {
  it.each([
    [
      'B.2.5',
      'hmac-sha256',
      'test-shared-secret',
      'sig-b25',
      sharedSecret,
      ['date', '@authority', 'content-type'],
      'pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=',
    ],
    [
      'B.2.6',
      'ed25519',
      'test-key-ed25519',
      'sig-b26',
      pemOf(ed25519),
      ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
      'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    ],
  ] as const)('%s: signs as printed', async (_name, algorithm, keyId, label, key, components, signature) => {
    const parameters = ['created', 'keyid'] as const;
    const signer = httpMessageSignature({ algorithm, keyId, key, label, components, parameters });
    const signed = await signer.apply(testRequest, { origin, now });
    expect(signed.headers?.['signature']).toBe(`${label}=:${signature}:`);
    const list = components.map((name) => `"${name}"`).join(' ');
    expect(signed.headers?.['signature-input']).toBe(`${label}=(${list});created=${created};keyid="${keyId}"`);
  });

  const printed = {
    'B.2.1': [
      'sig-b21=();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd"',
      'sig-b21=:d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==:',
    ],
    'B.2.2': [
      'sig-b22=("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example"',
      'sig-b22=:LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==:',
    ],
    'B.2.3': [
      'sig-b23=("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss"',
      'sig-b23=:bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==:',
    ],
  } as const;

  it.each(Object.entries(printed))('%s: believed as printed', async (name, [input, signature]) => {
    const publicKey = createPublicKey({ key: rsaPss, format: 'jwk' });
    const message = {
      method: 'POST',
      url: `${origin}${testRequest.path}`,
      headers: { ...headers, 'signature-input': input, signature },
    };
    const keyOf = () => ({ algorithm: 'rsa-pss-sha512', key: publicKey }) as const;
    expect(await isSignedHttpMessage(message, { keyOf, now, components: [] })).toBe(true);
    const withBody = { ...message, body: '{"hello": "world"}' };
    // Only these two cover the digest: the first covers nothing at all, which the library alone would believe.
    expect(await isSignedHttpMessage(withBody, { keyOf, now, components: [] })).toBe(name !== 'B.2.1');
    expect(await isSignedHttpMessage(message, { keyOf, now })).toBe(false);
  });
});

const keyPairs: Record<SignatureAlgorithm, { readonly key: Secret; readonly verify: string | Secret }> = {
  'hmac-sha256': { key: sharedSecret, verify: sharedSecret },
  ed25519: pair(generateKeyPairSync('ed25519')),
  'ecdsa-p256-sha256': pair(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  'ecdsa-p384-sha384': pair(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
  'rsa-pss-sha512': pair(generateKeyPairSync('rsa', { modulusLength: 2_048 })),
  'rsa-v1_5-sha256': pair(generateKeyPairSync('rsa', { modulusLength: 2_048 })),
};

function pair({ privateKey, publicKey }: ReturnType<typeof generateKeyPairSync>) {
  return {
    key: new Secret(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    verify: String(publicKey.export({ type: 'spki', format: 'pem' })),
  };
}

const payment: HttpRequest = {
  method: 'POST',
  path: '/v1/payments?dry=1',
  headers: { 'content-type': 'application/json', authorization: 'Bearer t', 'idempotency-key': 'k1' },
  body: '{"amount":5000}',
};

async function signedPayment(algorithm: SignatureAlgorithm, options = {}, at = now): Promise<SignedMessage> {
  const signer = httpMessageSignature({
    keyId: 'k',
    algorithm,
    key: keyPairs[algorithm].key,
    randomId: () => 'n',
    ...options,
  });
  const { method, path, headers = {}, body = '' } = await signer.apply(payment, { origin, now: at });
  return { method, url: origin + path, headers, body };
}

function isBelieved(message: SignedMessage, algorithm: SignatureAlgorithm, at = now): Promise<boolean> {
  const keyOf = (keyId: string) => (keyId === 'k' ? { algorithm, key: keyPairs[algorithm].verify } : undefined);
  return isSignedHttpMessage(message, { keyOf, now: at });
}

describe.each(Object.keys(keyPairs) as SignatureAlgorithm[])('%s', (algorithm) => {
  it('is believed as it was signed', async () => {
    expect(await isBelieved(await signedPayment(algorithm), algorithm)).toBe(true);
  });

  const tampered: [string, (message: SignedMessage) => SignedMessage][] = [
    ['body', (message) => ({ ...message, body: '{"amount":9999}' })],
    ['body with its digest', (message) => withHeader({ ...message, body: 'x' }, 'content-digest', contentDigest('x'))],
    ['no digest', (message) => withHeader(message, 'content-digest', '')],
    ['method', (message) => ({ ...message, method: 'PUT' })],
    ['path', (message) => ({ ...message, url: `${origin}/v1/refunds?dry=1` })],
    ['query', (message) => ({ ...message, url: `${origin}/v1/payments?dry=0` })],
    ['host', (message) => ({ ...message, url: message.url.replace('example.com', 'evil.example') })],
    ['token', (message) => withHeader(message, 'authorization', 'Bearer other')],
    ['idempotency key', (message) => withHeader(message, 'idempotency-key', 'k2')],
    ['time', (message) => replaceHeader(message, 'signature-input', `created=${created}`, `created=${created + 1}`)],
    ['key', (message) => replaceHeader(message, 'signature-input', 'keyid="k"', 'keyid="other"')],
    ['algorithm', (message) => replaceHeader(message, 'signature-input', /alg="[^"]+"/, 'alg="none"')],
    ['signature', (message) => replaceHeader(message, 'signature', /=:..../, '=:AAAA')],
    [
      'no signature',
      ({ method, url, body = '' }) => ({ method, url, body, headers: { 'content-digest': contentDigest(body) } }),
    ],
  ];
  it.each(tampered)('another %s is not believed', async (_name, tamper) => {
    expect(await isBelieved(tamper(await signedPayment(algorithm)), algorithm)).toBe(false);
  });

  it.each([-301_000, 301_000])('%i ms from its time it is not believed', async (shift) => {
    expect(await isBelieved(await signedPayment(algorithm), algorithm, now + shift)).toBe(false);
  });
});

describe('a signature', () => {
  it('that has expired is not believed', async () => {
    // The library compares this one parameter with the clock of the machine, beside our own check.
    const at = Math.floor(Date.now() / 1_000) * 1_000;
    const options = { parameters: ['created', 'expires', 'keyid'], lifetimeSeconds: 60 };
    const message = await signedPayment('ed25519', options, at);
    expect(await isBelieved(message, 'ed25519', at + 59_000)).toBe(true);
    expect(await isBelieved(message, 'ed25519', at + 61_000)).toBe(false);
  });

  it('a public key does not serve as an HMAC secret', async () => {
    const { verify } = keyPairs['rsa-pss-sha512'];
    const forged = await signedPayment('hmac-sha256', {
      key: new Secret(Buffer.from(String(verify)).toString('base64')),
    });
    expect(await isBelieved(forged, 'rsa-pss-sha512')).toBe(false);
  });

  it('over a header that is not there is not made', async () => {
    await expect(signedPayment('ed25519', { components: ['x-request-id'] })).rejects.toThrow('no x-request-id');
  });

  it('RSA-PSS has a salt as long as its digest', async () => {
    const message = await signedPayment('rsa-pss-sha512');
    expect(await isBelieved(message, 'rsa-pss-sha512')).toBe(true);
  });
});

describe('draft-cavage-http-signatures-12, appendix C', () => {
  const example: HttpRequest = {
    method: 'POST',
    path: '/foo?param=value&pet=dog',
    headers: { date: 'Sun, 05 Jan 2014 21:31:40 GMT', 'content-type': 'application/json' },
    body: '{"hello": "world"}',
  };
  const published = createPublicKey(
    '-----BEGIN PUBLIC KEY-----\nMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3\n6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6\nZ4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw\noYi+1hqp1fIekaxsyQIDAQAB\n-----END PUBLIC KEY-----',
  );
  const basic =
    'qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=';
  const base =
    '(request-target): post /foo?param=value&pet=dog\nhost: example.com\ndate: Sun, 05 Jan 2014 21:31:40 GMT';
  const { key, verify } = keyPairs['rsa-v1_5-sha256'];
  const options = {
    keyId: 'Test',
    key,
    algorithm: 'rsa-v1_5-sha256',
    fields: ['(request-target)', 'host', 'date'],
  } as const;

  async function signatureOf(request: HttpRequest, changes = {}) {
    const signed = await cavageSignature({ ...options, ...changes }).apply(request, { origin, now });
    return signed.headers ?? {};
  }
  const isOver = (text: string, by: Parameters<ReturnType<typeof createVerify>['verify']>[0], signature: string) =>
    createVerify('sha256').update(text).verify(by, signature, 'base64');

  it('C.2: signs the text that the published signature is over', async () => {
    expect(isOver(base, published, basic)).toBe(true);
    const { signature = '', digest } = await signatureOf(example);
    expect(signature).toMatch(
      /^keyId="Test",algorithm="rsa-sha256",headers="\(request-target\) host date",signature="/,
    );
    expect(isOver(base, String(verify), /signature="([^"]+)"/.exec(signature)?.[1] ?? '')).toBe(true);
    expect(digest).toBe('SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=');
  });

  it.each<[string, HttpRequest]>([
    ['target', { ...example, path: '/foo?param=value&pet=cat' }],
    ['method', { ...example, method: 'PUT' }],
    ['date', { ...example, headers: { date: 'Sun, 05 Jan 2014 21:31:41 GMT' } }],
    ['body', { ...example, body: '{}' }],
  ])('another %s: another signature', async (_name, changed) => {
    const fields = [...options.fields, 'digest'];
    expect((await signatureOf(changed, { fields }))['signature']).not.toBe(
      (await signatureOf(example, { fields }))['signature'],
    );
  });

  it('may travel in Authorization, beside headers of the profile', async () => {
    const signed = await signatureOf(example, {
      carrier: 'authorization',
      headers: { 'tpp-signature-certificate': 'MII' },
    });
    expect(signed['authorization']).toMatch(/^Signature keyId="Test"/);
    expect(signed['tpp-signature-certificate']).toBe('MII');
  });

  it('over a header that is not there is not made', async () => {
    await expect(signatureOf(example, { fields: ['x-request-id'] })).rejects.toThrow('no x-request-id');
  });
});

function withHeader(message: SignedMessage, name: string, value: string): SignedMessage {
  return { ...message, headers: { ...message.headers, [name]: value } };
}

function replaceHeader(message: SignedMessage, name: string, from: string | RegExp, to: string): SignedMessage {
  const value = message.headers[name] ?? '';
  const changed = value.replace(from, to);
  if (changed === value) throw new Error('nothing was tampered with');
  return withHeader(message, name, changed);
}
