import { createHmac, sign } from 'node:crypto';
import { canonicalize } from '../../src/canonicalize.ts';
import { dsNamespace, signatureUris, transformUris } from '../../src/signature/algorithm.ts';
import { x509Data } from '../../src/signature/key-info.ts';
import { keyRing } from '../../src/signature/key-ring.ts';
import { type Attack, evilMessage, iso } from './attack.ts';
import { type Forgery, forge, reference, rightTransforms } from './forge-signature.ts';
import { mustRead } from './must-read.ts';
import { isoPlacement, nowMs, policyOf } from './signed-messages.ts';
import { certified, rogueRsa, rsa } from './signing-keys.ts';

const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
const hmac = (hash: string) => (bytes: Buffer) => createHmac(hash, publicPem).update(bytes).digest();
const rogue = await certified('CN=Bank');
const rogueKeyInfo = canonicalize(x509Data(rogue.certificate, 'certificate')).replace(` xmlns:ds="${dsNamespace}"`, '');
const evilReferences = [reference('', rightTransforms, canonicalize(mustRead(evilMessage).root))];
const forgedBy = (forgery: Forgery): string => forge({ message: evilMessage, references: evilReferences, ...forgery });

export const keyAttacks: readonly Attack[] = [
  ...(['sha1', 'sha256'] as const).map((hash) => ({
    name: `algorithm: HMAC-${hash} keyed with the public key`,
    source: forgedBy({
      algorithm: `${hash === 'sha1' ? dsNamespace : 'http://www.w3.org/2001/04/xmldsig-more#'}hmac-${hash}`,
      sign: hmac(hash),
    }),
    policy: iso,
    refused: ['algorithm_refused'],
  })),
  {
    name: 'algorithm: an HMAC of which one byte is to be looked at',
    source: forgedBy({
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
      methodContent: '<ds:HMACOutputLength>8</ds:HMACOutputLength>',
      sign: (bytes) => hmac('sha256')(bytes).subarray(0, 1),
    }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  {
    name: 'algorithm: an output length inside of an RSA method',
    source: forge({ methodContent: '<ds:HMACOutputLength>8</ds:HMACOutputLength>' }),
    policy: iso,
    refused: ['signature_malformed'],
  },
  {
    name: 'algorithm: RSA-SHA1 by the right key',
    source: forge({ algorithm: `${dsNamespace}rsa-sha1`, sign: (bytes) => sign('sha1', bytes, rsa.privateKey) }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  {
    name: 'algorithm: SHA-1 digests',
    source: forge({ references: [reference('', rightTransforms, undefined, `${dsNamespace}sha1`)] }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  ...['', 'none', `${dsNamespace}dsa-sha1`, 'http://www.w3.org/2001/04/xmldsig-more#rsa-md5', 'urn:evil'].map(
    (algorithm) => ({
      name: `algorithm: "${algorithm}"`,
      source: forgedBy({ algorithm, sign: () => Buffer.from('x') }),
      policy: iso,
      refused: ['algorithm_refused'],
    }),
  ),
  {
    name: 'algorithm: one that is allowed, but not that of the key',
    source: forge({ algorithm: signatureUris['rsa-sha512'], sign: (bytes) => sign('sha512', bytes, rsa.privateKey) }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  {
    name: 'algorithm: an unknown canonical form of SignedInfo',
    source: forge({ canonicalization: 'urn:evil' }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  {
    name: 'algorithm: a canonical form of SignedInfo that keeps comments',
    source: forge({ canonicalization: transformUris['exclusive-with-comments'] }),
    policy: iso,
    refused: ['algorithm_refused'],
  },
  {
    name: 'key: another one, with its certificate',
    source: forgedBy({ key: rogue.privateKey, keyInfo: rogueKeyInfo }),
    policy: iso,
    refused: ['key_unknown'],
  },
  {
    name: 'key: another one, with its certificate, the name of the right one beside it',
    source: forgedBy({ key: rogue.privateKey, keyInfo: `<ds:KeyName>bank-2026</ds:KeyName>${rogueKeyInfo}` }),
    policy: iso,
    refused: ['key_unknown'],
  },
  {
    name: 'key: another one, and the name of the right one',
    source: forgedBy({ key: rogueRsa.privateKey, keyInfo: '<ds:KeyName>bank-2026</ds:KeyName>' }),
    policy: iso,
    refused: ['signature_wrong'],
    careless: ['signature'],
  },
  {
    name: 'key: a name that nobody has',
    source: forge({ keyInfo: '<ds:KeyName>bank-2027</ds:KeyName>' }),
    policy: iso,
    refused: ['key_unknown'],
  },
  ...(
    [
      ['revoked', { revokedAtMs: nowMs }],
      ['expired', { notAfterMs: nowMs - 1 }],
      ['not_yet_valid', { notBeforeMs: nowMs + 1 }],
    ] as const
  ).map(([state, time]) => ({
    name: `key: ${state}`,
    source: forge({ keyInfo: '<ds:KeyName>bank-2026</ds:KeyName>' }),
    policy: policyOf(
      isoPlacement,
      keyRing([{ id: 'bank-2026', algorithm: 'rsa-sha256', key: rsa.publicKey, ...time }]),
    ),
    refused: [`key_${state}`],
  })),
];
