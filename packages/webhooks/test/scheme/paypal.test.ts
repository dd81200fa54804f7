import { generateKeyPairSync, sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { NotificationMessage } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { type PaypalOptions, paypalCertificateUrl, paypalVerifier } from '../../src/index.ts';
import { issueCertificate } from '../support/paypal-authority.ts';
import { nowMs } from '../support/specimen.ts';
import { message, outcome } from '../support/verify.ts';

const name = 'messageverificationcerts.paypal.com';
const url = 'https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77';
const body = '{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"amount":{"value":"10.00"}}}';
const root = await issueCertificate({ name: 'Root', authority: true });
const intermediate = await issueCertificate({ name: 'Intermediate', issuer: root, authority: true });
const leaf = await issueCertificate({ name, issuer: intermediate });
const chain = `${leaf.pem}\n${intermediate.pem}`;

interface Sending {
  readonly time?: string;
  readonly webhookId?: string;
  readonly url?: string;
  readonly privateKey?: typeof leaf.privateKey;
  readonly headers?: NotificationMessage['headers'];
}

function send(sending: Sending = {}): NotificationMessage {
  const { time = new Date(nowMs).toISOString(), webhookId = 'WH-ID', privateKey = leaf.privateKey } = sending;
  const content = Buffer.from(`b2384410-f8d2|${time}|${webhookId}|${crc32(body)}`);
  return message(body, {
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': sending.url ?? url,
    'paypal-transmission-id': 'b2384410-f8d2',
    'paypal-transmission-time': time,
    'paypal-transmission-sig': sign('sha256', content, privateKey).toString('base64'),
    ...sending.headers,
  });
}

const verifierOf = (options: Partial<PaypalOptions> = {}, pem: string | undefined = chain) =>
  paypalVerifier({ environment: 'live', webhookId: 'WH-ID', roots: [root.pem], certificates: () => pem, ...options });

describe('paypalVerifier', () => {
  it('believes a notification whose certificate leads over an intermediate to a root', () => {
    expect(verifierOf().verify(send(), nowMs)).toEqual({
      kind: 'verified',
      secretId: 'CERT-360caa42-fca2a594-a5cafa77',
    });
  });

  it('reads the order of the certificates behind the first as it comes, and a root among them', () => {
    const pem = `${leaf.pem}\n${root.pem}\n${intermediate.pem}`;
    expect(outcome(verifierOf({}, pem), send())).toBe('verified');
  });

  it.each([
    ['another webhook', send({ webhookId: 'WH-OTHER' }), 'signature_wrong'],
    [
      'another key',
      send({ privateKey: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey }),
      'signature_wrong',
    ],
    ['another algorithm', send({ headers: { 'paypal-auth-algo': 'SHA1withRSA' } }), 'signature_malformed'],
    ['no algorithm', send({ headers: { 'paypal-auth-algo': undefined } }), 'signature_missing'],
    ['an id with a separator', send({ headers: { 'paypal-transmission-id': 'a|b' } }), 'signature_malformed'],
    ['no id', send({ headers: { 'paypal-transmission-id': undefined } }), 'signature_missing'],
    ['two certificates', send({ headers: { 'paypal-cert-url': [url, url] } }), 'signature_repeated'],
    ['no certificate', send({ headers: { 'paypal-cert-url': undefined } }), 'signature_missing'],
    ['a time without zone', send({ time: '2026-03-01T12:00:00' }), 'timestamp_missing'],
    ['a time in words', send({ time: 'Sun, 01 Mar 2026 12:00:00 GMT' }), 'timestamp_missing'],
    ['a day that is none', send({ time: '2026-13-41T12:00:00Z' }), 'timestamp_missing'],
  ])('refuses %s', (_, received, reason) => {
    expect(outcome(verifierOf(), received)).toBe(reason);
  });

  it('believes a second attempt after two days, and nothing from tomorrow', () => {
    expect(outcome(verifierOf(), send({ time: new Date(nowMs - 172_800_000).toISOString() }))).toBe('verified');
    expect(outcome(verifierOf(), send({ time: new Date(nowMs + 301_000).toISOString() }))).toBe(
      'timestamp_outside_window',
    );
    const strict = verifierOf({ toleranceSeconds: 60 });
    expect(outcome(strict, send({ time: new Date(nowMs - 61_000).toISOString() }))).toBe('timestamp_outside_window');
  });

  it('refuses in one environment what is of the other', async () => {
    const test = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1';
    const testLeaf = await issueCertificate({ name: 'messageverificationcerts.sandbox.paypal.com', issuer: root });
    const sandbox = verifierOf({ environment: 'sandbox' }, testLeaf.pem);
    const received = send({ url: test, privateKey: testLeaf.privateKey });
    expect(outcome(sandbox, received)).toBe('verified');
    expect(outcome(verifierOf({}, testLeaf.pem), received)).toBe('certificate_refused');
    expect(outcome(verifierOf({}, testLeaf.pem), send({ privateKey: testLeaf.privateKey }))).toBe(
      'certificate_refused',
    );
    expect(outcome(sandbox, send())).toBe('certificate_refused');
  });

  // Why what it says is a hint: CRC-32 is linear, so four bytes of the forger's choice bring back any sum.
  it('cannot tell two bodies with the same CRC-32', () => {
    const forged = withSum('{"id":"WH-1","resource":{"amount":{"value":"99.00"}},"x":"', '"}', crc32(body));
    expect(crc32(forged)).toBe(crc32(body));
    expect(outcome(verifierOf(), { ...send(), body: forged })).toBe('verified');
  });
});

describe('the certificate', () => {
  const refuses = (pem: string | undefined, privateKey = leaf.privateKey) =>
    expect(outcome(verifierOf({}, pem), send({ privateKey }))).toBe('certificate_refused');

  it('is there', () => {
    const none = verifierOf({ certificates: () => undefined });
    expect(outcome(none, send())).toBe('certificate_refused');
    for (const pem of ['', 'x', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']) refuses(pem);
    refuses(`${chain}\n${intermediate.pem.repeat(8)}`);
  });

  it('leads to a root: alone, self-signed or below another root it does not', async () => {
    refuses(leaf.pem);
    const own = await issueCertificate({ name });
    refuses(own.pem, own.privateKey);
    const otherRoot = await issueCertificate({ name: 'Root', authority: true });
    const other = await issueCertificate({ name, issuer: otherRoot });
    refuses(`${other.pem}\n${otherRoot.pem}`, other.privateKey);
  });

  it('names its issuer', async () => {
    const issued = await issueCertificate({ name, issuer: root, issuerName: 'Another Root' });
    refuses(issued.pem, issued.privateKey);
  });

  it('has its name among the alternative names, where there are any', async () => {
    const issued = await issueCertificate({ name, alternativeName: 'www.paypal.com', issuer: root });
    refuses(issued.pem, issued.privateKey);
  });

  it('is issued by an authority: a leaf cannot issue', async () => {
    const child = await issueCertificate({ name, issuer: leaf });
    refuses(`${child.pem}\n${chain}`, child.privateKey);
  });

  it.each([
    ['ended', { fromDays: -30, toDays: -1 }],
    ['not begun', { fromDays: 1, toDays: 30 }],
  ])('is valid, and so is each one above: %s', async (_, days) => {
    const own = await issueCertificate({ name, issuer: root, ...days });
    refuses(own.pem, own.privateKey);
    const above = await issueCertificate({ name: 'Above', issuer: root, authority: true, ...days });
    const below = await issueCertificate({ name, issuer: above });
    refuses(`${below.pem}\n${above.pem}`, below.privateKey);
    const oldRoot = await issueCertificate({ name: 'Root', authority: true, ...days });
    const fresh = await issueCertificate({ name, issuer: oldRoot });
    const verifier = verifierOf({ roots: [oldRoot.pem] }, fresh.pem);
    expect(outcome(verifier, send({ privateKey: fresh.privateKey }))).toBe('certificate_refused');
  });

  it.each(['paypal.com', `${name}.evil.example`, `x${name}`, 'www.paypal.com', '*.paypal.com'])(
    'is for the right name, not for %s',
    async (other) => {
      const issued = await issueCertificate({ name: other, issuer: root });
      refuses(issued.pem, issued.privateKey);
    },
  );

  it('may carry its name as an alternative name', async () => {
    const issued = await issueCertificate({ name: 'PayPal', alternativeName: name, issuer: root });
    expect(outcome(verifierOf({}, issued.pem), send({ privateKey: issued.privateKey }))).toBe('verified');
  });

  it('has a key of 2048 bits, and is no authority', async () => {
    const short = await issueCertificate({ name, issuer: root, modulusLength: 1_024 });
    refuses(short.pem, short.privateKey);
    const authority = await issueCertificate({ name, issuer: root, authority: true, modulusLength: 2_048 });
    refuses(authority.pem, authority.privateKey);
  });

  it('by default leads to a root that Node.js trusts, so this one is refused', () => {
    const verifier = paypalVerifier({ environment: 'live', webhookId: 'WH-ID', certificates: () => chain });
    expect(outcome(verifier, send())).toBe('certificate_refused');
  });
});

describe('the URL of the certificate', () => {
  const path = '/v1/notifications/certs/CERT-1';

  it.each([
    'http://api.paypal.com/v1/notifications/certs/CERT-1',
    `https://api.paypal.com.evil.example${path}`,
    `https://evil.example/?api.paypal.com${path}`,
    `https://evil.example/api.paypal.com${path}`,
    `https://api.paypal.com@evil.example${path}`,
    `https://api.paypal.com:443@evil.example${path}`,
    `https://api.paypal.com:8443${path}`,
    `https://user@api.paypal.com${path}`,
    `https://xapi.paypal.com${path}`,
    `https://api-paypal.com${path}`,
    `https://www.paypal.com${path}`,
    `https://paypal.com${path}`,
    `https://api.sandbox.paypal.com${path}`,
    `https://API.PAYPAL.COM${path}`,
    `https://api.paypal.com.${path}`,
    `https://api.paypal.com\\@evil.example${path}`,
    `https://api.paypal.com%2eevil.example${path}`,
    `https://api。paypal。com${path}`,
    `//api.paypal.com${path}`,
    `https:/api.paypal.com${path}`,
    `https:\\\\api.paypal.com${path}`,
    ` https://api.paypal.com${path}`,
    `https://api.paypal.com${path}\n`,
    `https://api.paypal.com${path}\t`,
    `https://api.paypal.com${path}?x=1`,
    `https://api.paypal.com${path}#x`,
    `https://api.paypal.com${path}/..`,
    'https://api.paypal.com/v1/notifications/certs/../../../x',
    'https://api.paypal.com/v1/notifications/certs/%2e%2e/x',
    'https://api.paypal.com/v1/notifications/certs/',
    'https://api.paypal.com/v1/oauth2/redirect',
    'https://127.0.0.1/v1/notifications/certs/CERT-1',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/v1/notifications/certs/CERT-1',
    'file:///etc/passwd',
    'data:text/plain,x',
  ])('is never asked for: %j', (hostile) => {
    const asked: string[] = [];
    const certificates = (from: string) => {
      asked.push(from);
      return chain;
    };
    expect(outcome(verifierOf({ certificates }), send({ url: hostile }))).toBe('certificate_refused');
    expect(paypalCertificateUrl(send({ url: hostile }), 'live')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is told, for fetching it', () => {
    expect(paypalCertificateUrl(send(), 'live')).toBe(url);
    expect(paypalCertificateUrl(message(body), 'live')).toBeUndefined();
  });
});

/** A text between `before` and `after` with four bytes that give it the wanted CRC-32, found by linear algebra over single bits. */
function withSum(before: string, after: string, sum: number): Uint8Array {
  const at = Buffer.byteLength(before);
  const text = Buffer.from(`${before}\0\0\0\0${after}`);
  const base = crc32(text);
  const rows: [effect: number, bits: number][] = [];
  for (let bit = 0; bit < 32; bit++) {
    const flipped = Buffer.from(text);
    flipped[at + (bit >> 3)] = 1 << (bit & 7);
    rows.push([(crc32(flipped) ^ base) >>> 0, (1 << bit) >>> 0]);
  }
  let [rest, solution] = [(base ^ sum) >>> 0, 0];
  for (let column = 31; column >= 0; column--) {
    const pivot = rows.find(([effect]) => effect >>> column === 1);
    if (pivot === undefined) continue;
    const [effect, bits] = pivot;
    for (const row of rows) {
      if (row === pivot || ((row[0] >>> column) & 1) === 0) continue;
      row[0] = (row[0] ^ effect) >>> 0;
      row[1] = (row[1] ^ bits) >>> 0;
    }
    if (((rest >>> column) & 1) === 1) [rest, solution] = [(rest ^ effect) >>> 0, (solution ^ bits) >>> 0];
    rows.splice(rows.indexOf(pivot), 1);
  }
  text.writeUInt32LE(solution >>> 0, at);
  return text;
}
