import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import {
  type HttpMessageSignatureOptions,
  isSignedHttpMessage,
  type SignedMessage,
  type SignedResponse,
  signHttpResponse,
} from '../src/index.ts';

// RFC 9421, sections 2.4, B.2.4, B.3 and B.4; the rest of appendix B is beside the signer.
const p256 = {
  kty: 'EC',
  crv: 'P-256',
  x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA',
  y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0',
  d: 'UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs',
};
const p256Pem = String(createPrivateKey({ key: p256, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }));
const ed25519 = { kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' };
const keys: Record<string, { algorithm: 'ecdsa-p256-sha256' | 'ed25519'; key: ReturnType<typeof createPublicKey> }> = {
  'test-key-ecc-p256': { algorithm: 'ecdsa-p256-sha256', key: createPublicKey({ key: p256, format: 'jwk' }) },
  'test-key-ed25519': { algorithm: 'ed25519', key: createPublicKey({ key: ed25519, format: 'jwk' }) },
};
const now = 1_618_884_479_000;

function isBelieved(message: SignedMessage | SignedResponse, components?: readonly string[]): Promise<boolean> {
  return isSignedHttpMessage(message, { keyOf: (id) => keys[id], now, ...(components && { components }) });
}

const request: SignedMessage = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  headers: {
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
    'content-length': '18',
  },
  body: '{"hello": "world"}',
};

const goodDog: SignedResponse = {
  status: 200,
  headers: {
    date: 'Tue, 20 Apr 2021 02:07:56 GMT',
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
    'content-length': '23',
    'signature-input':
      'sig-b24=("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    signature: 'sig-b24=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==:',
  },
  body: '{"message": "good dog"}',
};

const busy: SignedResponse = {
  status: 503,
  headers: {
    date: 'Tue, 20 Apr 2021 02:07:56 GMT',
    'content-type': 'application/json',
    'content-length': '62',
    'content-digest':
      'sha-512=:0Y6iCBzGg5rZtoXS95Ijz03mslf6KAMCloESHObfwnHJDbkkWWQz6PhhU9kxsTbARtY2PTBOzq24uJFpHsMuAg==:',
    'signature-input':
      'reqres=("@status" "content-digest" "content-type" "@authority";req "@method";req "@path";req "content-digest";req);created=1618884479;keyid="test-key-ecc-p256"',
    signature: 'reqres=:dMT/A/76ehrdBTD/2Xx8QuKV6FoyzEP/I9hdzKN8LQJLNgzU4W767HK05rx1i8meNQQgQPgQp8wq2ive3tV5Ag==:',
  },
  body: '{"busy": true, "message": "Your call is very important to us"}',
  request,
};
const bound = ['@status', '@authority;req', '@method;req', '@path;req', 'content-digest;req'];

describe('the printed response', () => {
  it('B.2.4 is believed', async () => {
    expect(await isBelieved(goodDog)).toBe(true);
  });

  it('2.4 is believed, and bound to its request', async () => {
    expect(await isBelieved(busy, bound)).toBe(true);
    for (const other of [
      { ...request, method: 'PUT' },
      { ...request, url: 'https://example.com/bar' },
      { ...request, url: 'https://example.org/foo' },
      { ...request, headers: { ...request.headers, 'content-digest': 'sha-512=:AAAA:' } },
    ])
      expect(await isBelieved({ ...busy, request: other }, bound)).toBe(false);
    const { request: _, ...alone } = busy;
    expect(await isBelieved(alone, ['@status'])).toBe(false);
  });

  it.each<[string, Partial<SignedResponse>]>([
    ['status', { status: 201 }],
    ['body', { body: '{"message": "bad dog"}' }],
    ['content type', { headers: { ...goodDog.headers, 'content-type': 'text/plain' } }],
    ['digest', { headers: { ...goodDog.headers, 'content-digest': 'sha-512=:AAAA:' } }],
    ['signature', { headers: { ...goodDog.headers, signature: 'sig-b24=:AAAA:' } }],
    ['request', { request }],
  ])('B.2.4 with another %s is not believed', async (_name, changed) => {
    expect(await isBelieved({ ...goodDog, ...changed })).toBe(false);
  });
});

/** A response that is signed by ourselves, as the sender of it. */
async function signed(
  response: SignedResponse,
  options: Partial<HttpMessageSignatureOptions> = {},
): Promise<SignedResponse> {
  const key = new Secret(p256Pem);
  const whole = { algorithm: 'ecdsa-p256-sha256', keyId: 'test-key-ecc-p256', key, ...options } as const;
  return { ...response, headers: await signHttpResponse(response, whole, now) };
}

describe('a response of ours', () => {
  const plain = { status: 200, headers: { 'content-type': 'application/json', 'content-length': '23' }, body: '{}' };

  it('B.2.4: covers what is printed', async () => {
    const { headers } = await signed(
      { ...plain, body: String(goodDog.body) },
      {
        label: 'sig-b24',
        digest: 'sha-512',
        components: ['@status', 'content-type', 'content-digest', 'content-length'],
        parameters: ['created', 'keyid'],
      },
    );
    const { 'signature-input': input = '', 'content-digest': digest } = goodDog.headers;
    expect(headers['signature-input']).toBe(input.replace('1618884473', '1618884479'));
    expect(headers['content-digest']).toBe(digest);
    expect(await isBelieved({ ...goodDog, headers })).toBe(true);
  });

  it('is bound to the request that it answers', async () => {
    const answer = await signed({ ...plain, request });
    expect(answer.headers['signature-input']).toContain(
      '("@status" "content-digest" "content-type" "@method";req "@target-uri";req "content-digest";req)',
    );
    expect(await isBelieved(answer)).toBe(true);
    expect(await isBelieved({ ...answer, request: { ...request, url: `${request.url}&more=1` } })).toBe(false);
    expect(await isBelieved({ ...answer, status: 201 })).toBe(false);
  });

  it.each([
    [
      'the digest of the request for its own',
      { components: ['@status', '@method;req', '@target-uri;req', 'content-digest;req'] },
    ],
    ['no status', { components: ['content-digest', '@method;req', '@target-uri;req'] }],
    ['nothing of the request', { components: ['@status', 'content-digest'] }],
    [
      'one member of the digest',
      { components: ['@status', '@method;req', '@target-uri;req', 'content-digest;key="sha-256"'] },
    ],
  ])('that covers %s is not believed', async (_name, options) => {
    expect(await isBelieved(await signed({ ...plain, request }, options))).toBe(false);
  });

  it('over a header that is not there is not made', async () => {
    await expect(signed(plain, { components: ['etag'] })).rejects.toThrow('no etag');
    await expect(signed({ ...plain, request }, { components: ['etag;req'] })).rejects.toThrow();
    await expect(signed(plain, { components: ['@method;req'] })).rejects.toThrow();
  });
});

describe('B.3: a request behind a proxy that ends TLS', () => {
  const clientCert =
    ':MIIBqDCCAU6gAwIBAgIBBzAKBggqhkjOPQQDAjA6MRswGQYDVQQKDBJMZXQncyBBdXRoZW50aWNhdGUxGzAZBgNVBAMMEkxBIEludGVybWVkaWF0ZSBDQTAeFw0yMDAxMTQyMjU1MzNaFw0yMTAxMjMyMjU1MzNaMA0xCzAJBgNVBAMMAkJDMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8YnXXfaUgmnMtOXU/IncWalRhebrXmckC8vdgJ1p5Be5F/3YC8OthxM4+k1M6aEAEFcGzkJiNy6J84y7uzo9M6NyMHAwCQYDVR0TBAIwADAfBgNVHSMEGDAWgBRm3WjLa38lbEYCuiCPct0ZaSED2DAOBgNVHQ8BAf8EBAMCBsAwEwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RAQH/BBMwEYEPYmRjQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIBHda/r1vaL6G3VliL4/Di6YK0Q6bMjeSkC3dFCOOB8TAiEAx/kHSB4urmiZ0NX5r5XarmPk0wmuydBVoU4hBVZ1yhk=:';
  const { body: _, ...proxied } = {
    ...request,
    url: 'https://service.internal.example/foo?param=Value&Pet=dog',
    headers: {
      'client-cert': clientCert,
      'signature-input':
        'ttrp=("@path" "@query" "@method" "@authority" "client-cert");created=1618884473;keyid="test-key-ecc-p256"',
      signature: 'ttrp=:xVMHVpawaAC/0SbHrKRs9i8I3eOs5RtTMGCWXm/9nvZzoHsIg6Mce9315T6xoklyy0yzhD9ah4JHRwMLOgmizw==:',
    },
  };
  const covered = ['@path', '@query', '@method', '@authority', 'client-cert'];

  it('is believed as printed, and with another certificate it is not', async () => {
    expect(await isBelieved(proxied, covered)).toBe(true);
    const headers = { ...proxied.headers, 'client-cert': clientCert.replace('MIIBq', 'MIIBr') };
    expect(await isBelieved({ ...proxied, headers }, covered)).toBe(false);
  });
});

describe('B.4: a request that was changed on its way', () => {
  const url = 'https://example.org/demo?name1=Value1&Name2=value2';
  const headers = {
    date: 'Fri, 15 Jul 2022 14:24:55 GMT',
    accept: 'application/json, */*',
    'signature-input':
      'transform=("@method" "@path" "@authority" "accept");created=1618884473;keyid="test-key-ed25519"',
    signature: 'transform=:ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==:',
  };
  const original = { method: 'GET', url, headers };
  const { date, ...dateless } = headers;

  it.each<[string, SignedMessage, boolean]>([
    ['not at all', original, true],
    [
      'by a parameter and a header',
      { ...original, url: `${url}&param=added`, headers: { ...headers, 'accept-language': 'en-US,en;q=0.5' } },
      true,
    ],
    [
      'by headers that are not covered',
      { ...original, headers: { referer: 'https://developer.example.org/demo', ...dateless } },
      true,
    ],
    ['in the order of its headers', { ...original, headers: { ...dateless, date } }, true],
    ['in method and host', { ...original, method: 'POST', url: url.replace('org', 'com') }, false],
    [
      'in the order of what is accepted',
      { ...original, headers: { ...headers, accept: '*/*, application/json' } },
      false,
    ],
  ])('%s', async (_name, message, believed) => {
    expect(await isBelieved(message, ['@method', '@path', '@authority', 'accept'])).toBe(believed);
  });
});
