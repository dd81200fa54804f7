import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A private key and the name that goes with its signatures. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** Whether the network can sign and verify with a key: it is RSA or on P-256. */
export function isNetworkKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' || asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** A key as PEM, RSA or on P-256; without one, a new key on P-256. Throws RangeError on any other. */
export function signingKey(id: string, pem?: string): SigningKey {
  const { privateKey } =
    pem === undefined ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : { privateKey: createPrivateKey(pem) };
  if (!isNetworkKey(privateKey)) throw new RangeError('A key of the network is RSA or on P-256');
  return { id, privateKey };
}

/** The public key as PEM (SPKI). */
export function publicPem({ privateKey }: SigningKey): string {
  return String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
}
