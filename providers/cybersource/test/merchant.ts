import { SigningKey } from '@polyrail/adapter-soap';
import { Secret } from '@polyrail/core';
import { createAuthority } from '@polyrail/testkit/certificate-authority';

const authority = await createAuthority('CyberSource');
const { cert, key } = await authority.issue('merchant', { rsaBits: 2_048 });

/** The certificate of the merchant and its key, in PEM. */
export const certificate: string = cert;
export const pem: string = key;

/** What the merchant signs with. */
export const signingKey: SigningKey = SigningKey.ofPem(cert, new Secret(key));
