import { constants, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Secret } from '@polyrail/core/provider';
import { detachedJwsVerifier, paypalVerifier, standardWebhooksVerifier } from '../../src/index.ts';
import { packHeaders } from './hmac-specimens.ts';
import { issueCertificate } from './paypal-authority.ts';
import { event, type KeyName, type Signing, type Specimen } from './specimen.ts';

type Pairs = Readonly<Partial<Record<KeyName, { readonly privateKey: KeyObject; readonly publicKey: KeyObject }>>>;

const names = ['live', 'next', 'retired', 'stranger'] as const;
const pairsOf = (make: () => { privateKey: KeyObject; publicKey: KeyObject }): Pairs =>
  Object.fromEntries(names.map((name) => [name, make()]));

interface Recipe extends Pick<Specimen, 'name' | 'encoding' | 'verifier' | 'boundless' | 'timeText' | 'pack'> {
  readonly pairs: Pairs;
  readonly secretId?: string;
  readonly toleranceSeconds: number;
  readonly content: (payload: Uint8Array, time: string | undefined) => Uint8Array;
  readonly options?: { readonly padding?: number; readonly saltLength?: number; readonly dsaEncoding?: 'ieee-p1363' };
  /** False: the hash is part of the algorithm. */
  readonly hashes: boolean;
}

function asymmetricSpecimen(recipe: Recipe): Specimen {
  const { pairs, content, options = {}, hashes, ...specimen } = recipe;
  const input = (payload: Uint8Array, { time, covers }: Signing) =>
    covers === 'body' ? payload : content(payload, time);
  const hashOf = ({ hash = 'sha256' }: Signing) => (hashes ? hash : null);
  return {
    ...specimen,
    payload: event(),
    format: 'json',
    secretId: recipe.secretId ?? 'live',
    hash: 'sha256',
    context: 'time',
    sign(payload, signing) {
      const key = pairs[signing.key ?? 'live']?.privateKey;
      if (key === undefined || (signing.hash !== undefined && !hashes)) return undefined;
      return sign(hashOf(signing), input(payload, signing), { key, ...options }).toString(specimen.encoding);
    },
    isSignature(payload, signature, signing) {
      const key = pairs[signing.key ?? 'live']?.publicKey;
      const bytes = Buffer.from(signature, specimen.encoding);
      return key !== undefined && verify(hashOf(signing), input(payload, signing), { key, ...options }, bytes);
    },
  };
}

const secondsText = (timeMs: number): string => String(Math.floor(timeMs / 1_000));

function standardWebhooksEd25519(): Specimen {
  const pairs = pairsOf(() => generateKeyPairSync('ed25519'));
  const live = (['next', 'live'] as const).map((id) => {
    const raw = pairs[id]?.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) ?? Buffer.alloc(0);
    return { id, secret: new Secret(`whpk_${raw.toString('base64')}`) };
  });
  return asymmetricSpecimen({
    name: 'standard webhooks v1a',
    encoding: 'base64',
    toleranceSeconds: 300,
    pairs,
    hashes: false,
    verifier: standardWebhooksVerifier(live),
    boundless: standardWebhooksVerifier(live, { bodyLimitBytes: 10_000_000 }),
    timeText: secondsText,
    content: (payload, time) => Buffer.concat([Buffer.from(`msg_1.${time}.`), payload]),
    pack: ({ payload, signature, time }) => ({
      body: payload,
      headers: packHeaders(signature, 'webhook-signature', (text) => ({
        'webhook-id': 'msg_1',
        ...(time !== undefined && { 'webhook-timestamp': time }),
        'webhook-signature': `v1a,${text}`,
      })),
    }),
  });
}

interface JwsRecipe {
  readonly name: string;
  readonly algorithm: 'PS256' | 'ES256';
  readonly raw: boolean;
  readonly pairs: Pairs;
  readonly options: NonNullable<Recipe['options']>;
}

function detachedJws({ name, algorithm, raw, pairs, options }: JwsRecipe): Specimen {
  const protectedHeader = (time: string | undefined): string =>
    Buffer.from(
      JSON.stringify({
        alg: algorithm,
        kid: 'live',
        ...(time !== undefined && { iat: /^\d+$/.test(time) ? Number(time) : time }),
        ...(raw && { b64: false, crit: ['b64'] }),
      }),
    ).toString('base64url');
  const live = (['next', 'live'] as const).flatMap((id) => {
    const key = pairs[id]?.publicKey;
    return key ? [{ id, algorithm, key }] : [];
  });
  return asymmetricSpecimen({
    name,
    encoding: 'base64url',
    toleranceSeconds: 300,
    pairs,
    options,
    hashes: true,
    verifier: detachedJwsVerifier(live, { issuedAt: 'iat' }),
    boundless: detachedJwsVerifier(live, { issuedAt: 'iat', bodyLimitBytes: 10_000_000 }),
    timeText: secondsText,
    content: (payload, time) =>
      Buffer.concat([
        Buffer.from(`${protectedHeader(time)}.`),
        raw ? payload : Buffer.from(Buffer.from(payload).toString('base64url')),
      ]),
    pack: ({ payload, signature, time }) => ({
      body: payload,
      headers: packHeaders(signature, 'x-jws-signature', (text) => ({
        'x-jws-signature': `${protectedHeader(time)}..${text}`,
      })),
    }),
  });
}

async function paypal(rsa: Pairs): Promise<Specimen> {
  const root = await issueCertificate({ name: 'Test Root', authority: true });
  const leaf = await issueCertificate({ name: 'messageverificationcerts.paypal.com', issuer: root });
  const pairs = { ...rsa, live: { privateKey: leaf.privateKey, publicKey: leaf.publicKey } };
  const url = 'https://api.paypal.com/v1/notifications/certs/CERT-1';
  const options = {
    environment: 'live',
    webhookId: 'WH-1',
    roots: [root.pem],
    certificates: (asked: string) => (asked === url ? leaf.pem : undefined),
  } as const;
  return asymmetricSpecimen({
    name: 'paypal',
    secretId: 'CERT-1',
    encoding: 'base64',
    toleranceSeconds: 259_200,
    pairs,
    hashes: true,
    options: { padding: constants.RSA_PKCS1_PADDING },
    verifier: paypalVerifier(options),
    boundless: paypalVerifier({ ...options, bodyLimitBytes: 10_000_000 }),
    timeText: (timeMs) => new Date(timeMs).toISOString(),
    content: (payload, time) => Buffer.from(`tx-1|${time}|WH-1|${crc32(payload)}`),
    pack: ({ payload, signature, time }) => ({
      body: payload,
      headers: packHeaders(signature, 'paypal-transmission-sig', (text) => ({
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': url,
        'paypal-transmission-id': 'tx-1',
        ...(time !== undefined && { 'paypal-transmission-time': time }),
        'paypal-transmission-sig': text,
      })),
    }),
  });
}

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

export async function createAsymmetricSpecimens(): Promise<readonly Specimen[]> {
  const rsa = pairsOf(() => generateKeyPairSync('rsa', { modulusLength: 2_048 }));
  return [
    standardWebhooksEd25519(),
    await paypal(rsa),
    detachedJws({
      name: 'detached jws, raw body',
      algorithm: 'PS256',
      raw: true,
      pairs: rsa,
      options: pss,
    }),
    detachedJws({
      name: 'detached jws, base64url',
      algorithm: 'ES256',
      raw: false,
      pairs: pairsOf(() => generateKeyPairSync('ec', { namedCurve: 'P-256' })),
      options: { dsaEncoding: 'ieee-p1363' },
    }),
  ];
}
