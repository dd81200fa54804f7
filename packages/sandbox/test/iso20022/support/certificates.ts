import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

// The global one has the type that the library wants, whatever other types a program loads.
cryptoProvider.set(crypto);

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

export interface Credential {
  readonly cert: string;
  readonly key: string;
}

/** An authority that lives as long as a test run, and a certificate of it for each name. */
export async function credentials(
  ...names: readonly string[]
): Promise<{ readonly ca: string; readonly of: readonly Credential[] }> {
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test authority',
    keys,
    signingAlgorithm: P256,
    ...validity,
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  const issue = async (name: string): Promise<Credential> => {
    const own = await newKeys();
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`,
      issuer: root.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: P256,
      ...validity,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
    });
    const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', own.privateKey), 'PRIVATE KEY');
    return { cert: certificate.toString('pem'), key };
  };
  return { ca: root.toString('pem'), of: await Promise.all(names.map(issue)) };
}

function newKeys() {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}
