import { describe, expect, it } from 'vitest';
import { issuerName } from '../../src/signature/distinguished-name.ts';
import { certified } from '../support/signing-keys.ts';

describe('the name of an issuer', () => {
  it.each([
    ['C=DE, ST=Hessen, O=Bank, CN=Signer', 'CN=Signer,O=Bank,ST=Hessen,C=DE'],
    ['O=Bank\\, Söhne \\+ Co., CN=a\\"b', 'CN=a\\"b,O=Bank\\, Söhne \\+ Co.'],
    ['C=DE+L=Ulm, CN=Signer', 'CN=Signer,C=DE+L=Ulm'],
    ['DC=example, CN=Signer', 'CN=Signer,DC=example'],
    // Java knows no `organizationIdentifier`, and refuses the whole name for it.
    ['2.5.4.97=PSDDE, CN=Signer', 'CN=Signer,2.5.4.97=#13055053444445'],
    ['E=a@b.example, CN=Signer', 'CN=Signer,1.2.840.113549.1.9.1=#160b6140622e6578616d706c65'],
  ])('of %s is %s', async (written, expected) => {
    expect(issuerName((await certified(written)).certificate)).toBe(expected);
  });
});
