import { describe, expect, it } from 'vitest';
import { cardRenderings, testCardNumbers } from '../src/canaries.ts';
import { redactText } from '../src/redact-text.ts';
import { createRedactor } from '../src/redactor.ts';
import { digitsIn } from './support/digits-in.ts';

const redactor = createRedactor();
const key = '-----BEGIN PRIVATE KEY-----\nMIICANARY\n-----END PRIVATE KEY-----';

/** Texts that hold the word CANARY where nobody may see it. */
const credentials: Readonly<Record<string, string>> = {
  'a bearer token': 'Authorization: Bearer CANARY.x-1',
  'a bearer token in a sentence': 'sent bearer CANARY-123456 to it',
  'Basic credentials': 'Authorization: Basic CANARYdXNlcjpwYXNz==',
  'a header of another scheme': 'Authorization: Digest username="u", response="CANARY"'.replaceAll('"', ''),
  'a cookie': 'Cookie: a=1; session=CANARY; b=2',
  'a JSON Web Token': 'got eyJhbGciOiJIUzI1NiJ9.CANARYCANARY.CANARY-_x',
  'a private key': `could not read ${key}`,
  'a private key in JSON': JSON.stringify({ error: key }),
  'half a private key': key.slice(0, 40),
  'a key with a prefix': 'refused sk_live_CANARY1234',
  'a webhook secret': 'whsec_CANARY1234567+/=',
  'an AWS key': 'AKIACANARYCANARY0000',
  'the password of a URL': 'cannot connect to postgresql://user:CANARY@db:5432/x',
  'a member of JSON': '{"client_secret":"CANARY \\" CANARY","x":1}',
  'a number in JSON': '{"a":1,"cvv":123}'.replace('123', '"CANARY"'),
  'JSON in JSON': JSON.stringify({ body: JSON.stringify({ password: 'CANARY' }) }),
  'JSON in JSON in JSON': JSON.stringify(JSON.stringify(JSON.stringify({ apiKey: 'CANARY' }))),
  'a query': '/pay?access_token=CANARY&x=1',
  'an encoded query': 'next=%2Fpay%3Ftoken%3DCANARY',
  'an environment': 'DB_PASSWORD=CANARY',
  'an element': '<wsse:Password>CANARY CANARY</wsse:Password>',
  'what util.inspect prints': "{ passphrase: 'CANARY', apiKey: 'CANARY' }",
  'a card verification value': 'cvc2: CANARY',
  'a header in other letters': '{"X-API-KEY":"CANARY"}',
};

describe('redacting a text', () => {
  it.each(Object.entries(credentials))('hides %s', (_, text) => {
    expect(text).toContain('CANARY');
    const redacted = redactText(text);
    expect(redacted).not.toContain('CANARY');
    expect(redacted).toContain('****');
    expect(redactText(redacted)).toBe(redacted);
  });

  for (const [rendering, render] of Object.entries(cardRenderings))
    it(`hides card numbers ${rendering}`, () => {
      for (const digits of Object.values(testCardNumbers)) {
        const text = `a ${render(digits)} b`;
        const redacted = redactText(text);
        expect(digitsIn(text)).toContain(digits);
        expect(digitsIn(redacted)).not.toContain(digits);
        expect(redactText(redacted)).toBe(redacted);
      }
    });

  it.each([
    'DE89370400440532013000',
    'GB29 NWBK 6016 1331 9268 19',
    'NO9386011117947',
    'FR14+2004+1010+0505+0001+3M02+606',
  ])('hides the IBAN %s', (iban) => {
    const redacted = redactText(`from ${iban} to`);
    expect(redacted).toMatch(/^from [A-Z]{2}\*{4}\w{4} to$/);
  });

  it('leaves alone what only looks like an IBAN', () => {
    for (const text of ['DE88370400440532013000', 'PO1234567890ABCDE', 'XX89370400440532013000'])
      expect(redactText(text)).toBe(text);
  });

  it('leaves JSON whole', () => {
    const line =
      '{"cvv":123,"n":4111111111111111,"password":null,"list":[1],"text":"pin: 1234, \\"token\\":\\"x\\"","b":{"secret":{"a":1}}}';
    expect(JSON.parse(redactText(line))).toEqual({
      cvv: '****',
      n: '411111******1111',
      password: '****',
      list: [1],
      text: 'pin: ****, "token":"****"',
      b: { secret: { a: 1 } },
    });
  });

  it('returns what is harmless as it is', () => {
    for (const text of [
      'the bearer of bad news; basic authentication failed: no token',
      '{"level":"info","request_id":"0197b1c2-d3e4-7f5a-8b9c-0d1e2f3a4b5c","ms":12,"reason":"signature_wrong"}',
      'spinning: 4 of 5 companies: 12, tokenized: yes',
      'http://127.0.0.1:8080/v1/payments',
    ])
      expect(redactText(text)).toBe(text);
  });

  it('hides the secrets that it knows, in other encodings as well', () => {
    const secret = 'p@ss "word"/1';
    const { text } = createRedactor({ secrets: [{ expose: () => secret }, { expose: () => 'short' }] });
    for (const form of [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      JSON.stringify(secret),
    ])
      expect(text(`x ${form} y`)).toMatch(/^x "?\*{4}"? y$/);
    expect(text('a short word')).toBe('a short word');
    expect(redactText(`x ${secret} y`)).toContain(secret);
  });

  it('hides a secret that it is told later, beside those before', () => {
    const told = createRedactor({ secrets: [{ expose: () => 'the first secret' }] });
    const text = 'the first secret, the next secret';
    expect(told.text(text)).toBe('****, the next secret');
    told.hide({ expose: () => 'the next secret' });
    expect(told.text(text)).toBe('****, ****');
  });
});

describe('redacting fields', () => {
  it('hides sensitive names at any depth, in any writing', () => {
    const shown = redactor.fields({
      user: 'u',
      Authorization: 'CANARY',
      list: [{ 'x-api-key': 'CANARY', ok: 1 }],
      deep: { deeper: { clientSecret: { nested: 'CANARY' }, CVV2: 123, pin_block: 'CANARY' } },
    });
    expect(shown).toEqual({
      user: 'u',
      Authorization: '****',
      list: [{ 'x-api-key': '****', ok: 1 }],
      deep: { deeper: { clientSecret: '****', CVV2: '****', pin_block: '****' } },
    });
  });

  it('hides the names that it was told', () => {
    const { fields } = createRedactor({ names: ['debtorName'] });
    expect(fields({ debtorName: 'A. N. Other', DEBTORNAME: 'x', name: 'n' })).toEqual({
      debtorName: '****',
      DEBTORNAME: '****',
      name: 'n',
    });
  });

  it('hides numbers that are card numbers, and bytes', () => {
    expect(redactor.fields({ a: 4111111111111111, b: 4111111111111111n, c: 5000, d: Buffer.from('CANARY') })).toEqual({
      a: '****',
      b: '****',
      c: 5000,
      d: '6 bytes',
    });
  });

  it('changes nothing where there is nothing to hide, and never its input', () => {
    const harmless = { a: 1, b: { c: [1, { d: 'x' }] }, e: new Error('x'), f: null };
    expect(redactor.fields(harmless)).toBe(harmless);
    const given = { token: 'CANARY', b: { c: 1 } };
    const shown = redactor.fields(given);
    expect(given.token).toBe('CANARY');
    expect(shown.b).toBe(given.b);
  });

  it('ends at a depth, so that a circle has an end', () => {
    const circle: Record<string, unknown> = { token: 'CANARY' };
    circle['self'] = circle;
    expect(JSON.stringify(redactor.fields(circle))).not.toContain('CANARY');
  });
});

describe('bad input', () => {
  const million = 1_000_000;
  const repeated = (text: string) => text.repeat(Math.ceil(million / text.length));
  it.each([
    '4',
    '4111 ',
    '1\\',
    '","',
    '-----BEGIN PRIVATE KEY-----',
    'password',
    '"password":"',
    "token='\\\\",
    'token>',
    'eyJaaaaaaaaaa.',
    'aa://',
    'DE44',
    'bearer ',
    'cookie:',
    '<cvv>',
    '4111111111111111^',
    'token   ',
  ])('takes time in proportion to a megabyte of %j', (text) => {
    const startedAtMs = performance.now();
    redactText(repeated(text));
    // An expression that backtracks takes minutes.
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  });
});
