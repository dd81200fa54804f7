import { createHash, createHmac } from 'node:crypto';
import { type NotificationMessage, type NotificationVerifier, Secret } from '@polyrail/core/provider';
import {
  adyenFieldsVerifier,
  adyenHeaderVerifier,
  type BodyOptions,
  braintreeVerifier,
  githubVerifier,
  gocardlessVerifier,
  type LiveSecret,
  rafikiVerifier,
  squareVerifier,
  standardWebhooksVerifier,
  stripeVerifier,
  svixVerifier,
} from '../../src/index.ts';
import { event, type KeyName, type Parts, type Signing, type Specimen } from './specimen.ts';

const rawKey = (name: KeyName, scheme: string): Buffer => createHash('sha256').update(`${scheme} ${name}`).digest();

/** A forger's key without bytes, and the one that a missing setting becomes. */
function keyBytes(
  name: KeyName,
  scheme: string,
  written: (key: Buffer) => string,
  read: (text: string) => Buffer,
): Buffer {
  if (name === 'empty') return Buffer.alloc(0);
  if (name === 'undefined') return Buffer.from('undefined');
  return read(written(rawKey(name, scheme)));
}

interface Recipe {
  readonly name: string;
  readonly encoding: 'hex' | 'base64';
  readonly context?: 'time' | 'url';
  readonly written: (key: Buffer) => string;
  readonly read: (text: string) => Buffer;
  readonly before: (time: string | undefined) => string;
  readonly headers: (signature: string, time: string | undefined) => Record<string, string>;
  readonly signatureField: string;
  readonly verifier: (secrets: readonly LiveSecret[], options: BodyOptions) => NotificationVerifier;
}

const utf8 = { written: (key: Buffer) => key.toString('hex'), read: (text: string) => Buffer.from(text) };
const seconds = (timeMs: number): string => String(Math.floor(timeMs / 1_000));

/** A scheme with its signature in a header, over the raw body. */
function headerSpecimen(recipe: Recipe): Specimen {
  const { name, encoding, written, read, before, signatureField } = recipe;
  const sign = (payload: Uint8Array, { key = 'live', hash = 'sha256', time, covers = 'all' }: Signing) => {
    const hmac = createHmac(hash, keyBytes(key, name, written, read));
    if (covers === 'all') hmac.update(before(time));
    return hmac.update(payload).digest(encoding);
  };
  const live: LiveSecret[] = (['next', 'live'] as const).map((id) => ({
    id,
    secret: new Secret(written(rawKey(id, name))),
  }));
  return {
    name,
    encoding,
    hash: 'sha256',
    payload: event(),
    format: 'json',
    secretId: 'live',
    ...(recipe.context && { context: recipe.context }),
    ...(recipe.context === 'time' && { toleranceSeconds: 300 }),
    verifier: recipe.verifier(live, {}),
    boundless: recipe.verifier(live, { bodyLimitBytes: 10_000_000 }),
    timeText: (timeMs) => (recipe.context === 'time' ? seconds(timeMs) : undefined),
    sign,
    isSignature: (payload, signature, signing) => sign(payload, signing) === signature,
    pack: ({ payload, signature, time }) => ({
      body: payload,
      headers: packHeaders(signature, signatureField, (text) => recipe.headers(text, time)),
    }),
  };
}

export function packHeaders(
  signature: Parts['signature'],
  field: string,
  headers: (signature: string) => Record<string, string>,
): NotificationMessage['headers'] {
  if (typeof signature === 'string') return headers(signature);
  const all = headers('');
  return { ...all, [field]: signature?.map((text) => headers(text)[field] ?? '') };
}

const stripe = headerSpecimen({
  name: 'stripe',
  encoding: 'hex',
  context: 'time',
  written: (key) => `whsec_${key.toString('hex')}`,
  read: (text) => Buffer.from(text),
  before: (time) => `${time}.`,
  signatureField: 'stripe-signature',
  headers: (signature, time) => ({
    'stripe-signature': time === undefined ? `v1=${signature}` : `t=${time},v1=${signature}`,
  }),
  verifier: stripeVerifier,
});

const standardWebhooks = (name: string, prefix: string, verifier: Recipe['verifier']): Specimen =>
  headerSpecimen({
    name,
    encoding: 'base64',
    context: 'time',
    written: (key) => `whsec_${key.toString('base64')}`,
    read: (text) => Buffer.from(text.slice(6), 'base64'),
    before: (time) => `msg_1.${time}.`,
    signatureField: `${prefix}-signature`,
    headers: (signature, time) => ({
      [`${prefix}-id`]: 'msg_1',
      ...(time !== undefined && { [`${prefix}-timestamp`]: time }),
      [`${prefix}-signature`]: `v1,${signature}`,
    }),
    verifier,
  });

const github = headerSpecimen({
  name: 'github',
  encoding: 'hex',
  ...utf8,
  before: () => '',
  signatureField: 'x-hub-signature-256',
  headers: (signature) => ({ 'x-hub-signature-256': `sha256=${signature}` }),
  verifier: githubVerifier,
});

const squareUrl = 'https://shop.example/webhooks/square';
const square = headerSpecimen({
  name: 'square',
  encoding: 'base64',
  context: 'url',
  ...utf8,
  before: () => squareUrl,
  signatureField: 'x-square-hmacsha256-signature',
  headers: (signature) => ({ 'x-square-hmacsha256-signature': signature }),
  verifier: (secrets, options) => squareVerifier(squareUrl, secrets, options),
});

const gocardless = headerSpecimen({
  name: 'gocardless',
  encoding: 'hex',
  ...utf8,
  before: () => '',
  signatureField: 'webhook-signature',
  headers: (signature) => ({ 'webhook-signature': signature }),
  verifier: gocardlessVerifier,
});

const hexKey = {
  written: (key: Buffer) => key.toString('hex').toUpperCase(),
  read: (text: string) => Buffer.from(text, 'hex'),
};
const adyenHeader = headerSpecimen({
  name: 'adyen header',
  encoding: 'base64',
  ...hexKey,
  before: () => '',
  signatureField: 'hmacsignature',
  headers: (signature) => ({ hmacsignature: signature, protocol: 'HmacSHA256' }),
  verifier: adyenHeaderVerifier,
});

const adyenItem = (amount: string, reference: string): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      `{"pspReference":"7914073381342284","merchantAccountCode":"Shop","merchantReference":"${reference}",` +
        `"amount":{"value":${amount},"currency":"EUR"},"eventCode":"CAPTURE","success":"true"}`,
    ),
  );

function adyenContent(payload: Uint8Array): string {
  const item = JSON.parse(Buffer.from(payload).toString());
  const {
    pspReference,
    originalReference = '',
    merchantAccountCode,
    merchantReference,
    amount,
    eventCode,
    success,
  } = item;
  const first = [pspReference, originalReference, merchantAccountCode, merchantReference];
  return [...first, amount.value, amount.currency, eventCode, success].join(':');
}

function adyenFields(): Specimen {
  const name = 'adyen fields';
  const live = (['next', 'live'] as const).map((id) => ({ id, secret: new Secret(hexKey.written(rawKey(id, name))) }));
  const sign = (payload: Uint8Array, { key = 'live', hash = 'sha256' }: Signing) =>
    createHmac(hash, keyBytes(key, name, hexKey.written, hexKey.read))
      .update(adyenContent(payload))
      .digest('base64');
  return {
    name,
    encoding: 'base64',
    hash: 'sha256',
    payload: adyenItem('1000', 'order 7'),
    format: 'fields',
    secretId: 'live',
    verifier: adyenFieldsVerifier(live),
    boundless: adyenFieldsVerifier(live, { bodyLimitBytes: 10_000_000 }),
    timeText: () => undefined,
    sign,
    isSignature: (payload, signature, signing) => sign(payload, signing) === signature,
    pack({ payload, signature }) {
      const data = `,"additionalData":{"hmacSignature":${JSON.stringify(signature ?? null)}}}`;
      const signed = Buffer.from(payload).toString().replace(/\}$/, data);
      return {
        headers: {},
        body: Buffer.from(`{"live":"false","notificationItems":[{"NotificationRequestItem":${signed}}]}`),
      };
    },
  };
}

function braintree(): Specimen {
  const name = 'braintree';
  const publicKey = { live: 'public_live', next: 'public_next' } as const;
  const keys = (['next', 'live'] as const).map((id) => ({
    publicKey: publicKey[id],
    privateKey: new Secret(rawKey(id, name).toString('hex')),
  }));
  const base64 = (payload: Uint8Array): string => `${Buffer.from(payload).toString('base64')}\n`;
  const sign = (payload: Uint8Array, { key = 'live', hash = 'sha1' }: Signing) => {
    const privateKey = keyBytes(key, name, utf8.written, utf8.read);
    const derived = key === 'empty' ? privateKey : createHash('sha1').update(privateKey).digest();
    return createHmac(hash, derived).update(base64(payload)).digest('hex');
  };
  return {
    name,
    encoding: 'hex',
    hash: 'sha1',
    payload: new Uint8Array(
      Buffer.from(
        '<notification><kind>transaction_settled</kind><amount>1000</amount><note>order 7</note></notification>',
      ),
    ),
    format: 'xml',
    secretId: publicKey.live,
    verifier: braintreeVerifier(keys),
    boundless: braintreeVerifier(keys, { bodyLimitBytes: 10_000_000 }),
    timeText: () => undefined,
    sign,
    isSignature: (payload, signature, signing) => sign(payload, signing) === signature,
    pack({ payload, signature }) {
      const form = new URLSearchParams({ bt_payload: base64(payload) });
      const signatures = typeof signature === 'string' ? [signature] : (signature ?? []);
      for (const text of signatures) form.append('bt_signature', `${publicKey.live}|${text}`);
      return { headers: {}, body: Buffer.from(form.toString()) };
    },
  };
}

/** JSON with its members in order and nothing between them. */
function inOrder(payload: Uint8Array): string {
  const members = Object.entries(JSON.parse(Buffer.from(payload).toString())).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
}

function rafiki(): Specimen {
  const specimen = headerSpecimen({
    name: 'rafiki',
    encoding: 'hex',
    context: 'time',
    ...utf8,
    before: (time) => `${time}.`,
    signatureField: 'rafiki-signature',
    headers: (signature, time) => ({
      'rafiki-signature': time === undefined ? `v1=${signature}` : `t=${time}, v1=${signature}`,
    }),
    verifier: rafikiVerifier,
  });
  const sign: Specimen['sign'] = (payload, signing) => specimen.sign(Buffer.from(inOrder(payload)), signing);
  return {
    ...specimen,
    format: 'values',
    timeText: (timeMs) => String(timeMs),
    sign,
    isSignature: (payload, signature, signing) => sign(payload, signing) === signature,
  };
}

export const hmacSpecimens: readonly Specimen[] = [
  stripe,
  standardWebhooks('standard webhooks v1', 'webhook', standardWebhooksVerifier),
  standardWebhooks('svix', 'svix', svixVerifier),
  github,
  square,
  gocardless,
  adyenHeader,
  adyenFields(),
  braintree(),
  rafiki(),
];
