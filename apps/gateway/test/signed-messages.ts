import { createHash, createHmac, generateKeyPairSync, KeyObject, sign, webcrypto } from 'node:crypto';
import { crc32 } from 'node:zlib';
import 'reflect-metadata';
import { BasicConstraintsExtension, X509CertificateGenerator } from '@peculiar/x509';
import { type NotificationMessage, type NotificationVerifier, Secret } from '@polyrail/core';
import {
  adyenFieldsVerifier,
  adyenHeaderVerifier,
  braintreeVerifier,
  detachedJwsVerifier,
  githubVerifier,
  gocardlessVerifier,
  paypalVerifier,
  rafikiVerifier,
  squareVerifier,
  standardWebhooksVerifier,
  stripeVerifier,
} from '@polyrail/webhooks';

/** A scheme of a provider, and a sender that signs by it. */
export interface SignedScheme {
  readonly verifier: NotificationVerifier;
  readonly prepare?: (message: NotificationMessage) => Promise<void>;
  /** The header with the signature. Absent: it is in the body. */
  readonly signatureField?: string;
  readonly contentType: string;
  /** A message that is signed rightly. */
  message(): { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

const text = 'a key of 24 bytes or more, as text';
const live = [{ id: 'live', secret: new Secret(text) }];
const hexKey = Buffer.from(text).toString('hex');
const hexLive = [{ id: 'live', secret: new Secret(hexKey) }];
const json = 'application/json';
const event = '{"id":"evt_1","note":"Zürich, 5 €","amount":1.10}';
const seconds = () => String(Math.floor(Date.now() / 1_000));
const hmac = (content: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', text).update(content).digest(encoding);

/** HMAC over the body alone. */
function overBody(verifier: NotificationVerifier, signatureField: string, written: string): SignedScheme {
  return {
    verifier,
    signatureField,
    contentType: json,
    message: () => ({ headers: { [signatureField]: written }, body: event }),
  };
}

const squareUrl = 'https://shop.example/v1/webhooks/square';

const standardWebhooks: SignedScheme = {
  verifier: standardWebhooksVerifier([
    { id: 'live', secret: new Secret(`whsec_${Buffer.from(text).toString('base64')}`) },
  ]),
  signatureField: 'webhook-signature',
  contentType: json,
  message() {
    const time = seconds();
    const signature = `v1,${hmac(`msg_1.${time}.${event}`, 'base64')}`;
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': time, 'webhook-signature': signature };
    return { headers, body: event };
  },
};

const stripe: SignedScheme = {
  verifier: stripeVerifier(live),
  signatureField: 'stripe-signature',
  contentType: `${json}; charset=utf-8`,
  message() {
    const time = seconds();
    return { headers: { 'stripe-signature': `t=${time},v1=${hmac(`${time}.${event}`, 'hex')}` }, body: event };
  },
};

const rafiki: SignedScheme = {
  verifier: rafikiVerifier(live),
  signatureField: 'rafiki-signature',
  contentType: json,
  message() {
    const time = Date.now();
    const canonical = '{"amount":"1000","id":"evt_1","note":"Zürich, 5 €"}';
    const body = '{"id":"evt_1","note":"Zürich, 5 €","amount":"1000"}';
    return { headers: { 'rafiki-signature': `t=${time}, v1=${hmac(`${time}.${canonical}`, 'hex')}` }, body };
  },
};

const adyenFields: SignedScheme = {
  verifier: adyenFieldsVerifier(hexLive),
  contentType: json,
  message() {
    const hmacSignature = hmac('PSP1::Shop:order 7:1000:EUR:AUTHORISATION:true', 'base64');
    const item = {
      pspReference: 'PSP1',
      originalReference: '',
      merchantAccountCode: 'Shop',
      merchantReference: 'order 7',
      amount: { value: 1000, currency: 'EUR' },
      eventCode: 'AUTHORISATION',
      success: 'true',
      additionalData: { hmacSignature },
    };
    return { headers: {}, body: JSON.stringify({ notificationItems: [{ NotificationRequestItem: item }] }) };
  },
};

const braintree: SignedScheme = {
  verifier: braintreeVerifier([{ publicKey: 'public_1', privateKey: new Secret(text) }]),
  contentType: 'application/x-www-form-urlencoded',
  message() {
    const payload = Buffer.from('<notification><kind>check</kind></notification>').toString('base64');
    const key = createHash('sha1').update(text).digest();
    const signature = `public_1|${createHmac('sha1', key).update(payload).digest('hex')}`;
    return { headers: {}, body: new URLSearchParams({ bt_signature: signature, bt_payload: payload }).toString() };
  },
};

function detachedJws(): SignedScheme {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const header = Buffer.from('{"alg":"EdDSA","kid":"live","b64":false,"crit":["b64"]}').toString('base64url');
  const signature = sign(null, Buffer.from(`${header}.${event}`), privateKey).toString('base64url');
  return overBody(
    detachedJwsVerifier([{ id: 'live', algorithm: 'EdDSA', key: publicKey }]),
    'x-jws-signature',
    `${header}..${signature}`,
  );
}

/** PayPal with a certificate that the host has to fetch first. */
async function paypal(): Promise<SignedScheme> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
  const generate = () => webcrypto.subtle.generateKey({ ...algorithm, modulusLength: 2_048 }, true, ['sign', 'verify']);
  const [rootKeys, keys] = [await generate(), await generate()];
  const issue = (subject: string, publicKey: webcrypto.CryptoKey, authority: boolean) =>
    X509CertificateGenerator.create({
      subject: `CN=${subject}`,
      issuer: 'CN=Root',
      publicKey,
      signingKey: rootKeys.privateKey,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: [new BasicConstraintsExtension(authority, undefined, true)],
    });
  const root = await issue('Root', rootKeys.publicKey, true);
  const leaf = await issue('messageverificationcerts.sandbox.paypal.com', keys.publicKey, false);
  const fetched = new Map<string, string>();
  const certificateUrl = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1';
  return {
    verifier: paypalVerifier({
      environment: 'sandbox',
      webhookId: 'WH-ID',
      roots: [root.toString('pem')],
      certificates: (url) => fetched.get(url),
    }),
    prepare: async ({ headers }) => void fetched.set(String(headers['paypal-cert-url']), leaf.toString('pem')),
    signatureField: 'paypal-transmission-sig',
    contentType: json,
    message() {
      const time = new Date().toISOString();
      const content = Buffer.from(`id-1|${time}|WH-ID|${crc32(event)}`);
      const headers = {
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': certificateUrl,
        'paypal-transmission-id': 'id-1',
        'paypal-transmission-time': time,
        'paypal-transmission-sig': sign('sha256', content, KeyObject.from(keys.privateKey)).toString('base64'),
      };
      return { headers, body: event };
    },
  };
}

/** Every scheme of `@polyrail/webhooks`, by the id of a provider that uses it. */
export const signedSchemes: Readonly<Record<string, SignedScheme>> = {
  stripe,
  'standard-webhooks': standardWebhooks,
  github: overBody(githubVerifier(live), 'x-hub-signature-256', `sha256=${hmac(event, 'hex')}`),
  square: overBody(squareVerifier(squareUrl, live), 'x-square-hmacsha256-signature', hmac(squareUrl + event, 'base64')),
  gocardless: overBody(gocardlessVerifier(live), 'webhook-signature', hmac(event, 'hex')),
  'adyen-header': overBody(adyenHeaderVerifier(hexLive), 'hmacsignature', hmac(event, 'base64')),
  'adyen-fields': adyenFields,
  braintree,
  paypal: await paypal(),
  rafiki,
  'detached-jws': detachedJws(),
};
