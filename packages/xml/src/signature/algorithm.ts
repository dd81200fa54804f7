import type { CanonicalMethod } from '../canonicalize.ts';

/** ECDSA is over P-256; PSS has MGF1 with SHA-256 and a salt of 32 bytes. SHA-1, HMAC and DSA are not to be had. */
export type SignatureAlgorithm = 'rsa-sha256' | 'rsa-sha512' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256';
export type DigestAlgorithm = 'sha256' | 'sha512';

/** References to `""` and `#id` never cover comments (XML Signature, 4.4.3.3), whatever the name of the form says. */
export type Transform = 'enveloped-signature' | CanonicalMethod | 'exclusive-with-comments' | 'c14n10-with-comments';

export const dsNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const exclusiveNamespace = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const strTransform =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform';

/** @see https://www.rfc-editor.org/rfc/rfc9231 */
export const signatureUris: Readonly<Record<SignatureAlgorithm, string>> = {
  'rsa-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'rsa-sha512': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'rsa-pss-sha256': 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'ecdsa-p256-sha256': 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
};

export const digestUris: Readonly<Record<DigestAlgorithm, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
};

export const canonicalUris: Readonly<Record<CanonicalMethod, string>> = {
  exclusive: exclusiveNamespace,
  c14n10: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  c14n11: 'http://www.w3.org/2006/12/xml-c14n11',
};

export const transformUris: Readonly<Record<Transform, string>> = {
  ...canonicalUris,
  'enveloped-signature': `${dsNamespace}enveloped-signature`,
  'exclusive-with-comments': `${exclusiveNamespace}WithComments`,
  'c14n10-with-comments': `${canonicalUris.c14n10}#WithComments`,
};

/** The canonical form without comments that a list of transforms ends in: without any, it is that of C14N 1.0. */
export function canonicalMethodOf(transforms: readonly Transform[]): CanonicalMethod {
  const last = transforms.at(-1);
  if (last === undefined || last === 'enveloped-signature' || last === 'c14n10-with-comments') return 'c14n10';
  return last === 'exclusive-with-comments' ? 'exclusive' : last;
}
