import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type KeyRing, keyRing, type SignatureAlgorithm } from '@polyrail/xml';
import type { NetworkLink } from '../../../src/flow/network-link.ts';
import type { MessageKey } from '../../../src/flow/sealed-message.ts';
import type { NetworkProfile } from '../../../src/profile/network-profile.ts';
import { links } from './links.ts';

/** FedNow's rules, with messages in an ISO envelope that are signed in their header. */
export const signedProfile: NetworkProfile = {
  ...links.fednow.profile,
  envelope: { kind: 'business_message', namespace: 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01' },
  signature: { place: 'app_header', required: true, algorithms: ['rsa-sha256', 'ecdsa-p256-sha256'] },
  messageRefusals: { SYNTAX: 'malformed' },
};

export const signedLink: NetworkLink = { ...links.fednow, profile: signedProfile };

/** The same network as it sees us: what we write is for it to read. */
export const otherSide: NetworkLink = { ...signedLink, us: signedLink.network, network: signedLink.us };

/** A key, and the ring of those who trust it. */
export interface KeyPair {
  readonly key: MessageKey;
  readonly publicKey: KeyObject;
  readonly keys: KeyRing;
}

export function keyPair(algorithm: SignatureAlgorithm & MessageKey['algorithm'], name: string): KeyPair {
  const { privateKey } =
    algorithm === 'rsa-sha256'
      ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey);
  return {
    key: { name, algorithm, key: privateKey },
    publicKey,
    keys: keyRing([{ id: name, algorithm, key: publicKey }]),
  };
}
