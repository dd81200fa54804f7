import { X509Certificate } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import forge from 'node-forge';

/** The certificate and the key of a PKCS #12 archive: Node reads one for TLS, but gives the key to nobody. */
export function readPkcs12(archive: Uint8Array, passphrase: Secret): { certificate: string; key: Secret } {
  const der = forge.util.createBuffer(Buffer.from(archive).toString('latin1'));
  const content = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), true, passphrase.expose());
  const { pki } = forge;
  const bags = (type: string) => content.getBags({ bagType: type })[type] ?? [];
  const [key] = [...bags(pki.oids['pkcs8ShroudedKeyBag'] ?? ''), ...bags(pki.oids['keyBag'] ?? '')];
  if (key?.key == null) throw new Error('there is no key');
  const pem = pki.privateKeyToPem(key.key);
  const certificates = bags(pki.oids['certBag'] ?? '').flatMap(({ cert }) =>
    cert ? [pki.certificateToPem(cert)] : [],
  );
  const modulus = pki.privateKeyFromPem(pem).n.toString(16);
  const own = certificates.find((text) => modulusOf(text) === modulus);
  if (own === undefined) throw new Error('there is no certificate of the key');
  return { certificate: own, key: new Secret(pem) };
}

function modulusOf(certificate: string): string | undefined {
  const jwk = new X509Certificate(certificate).publicKey.export({ format: 'jwk' });
  return jwk.n === undefined ? undefined : BigInt(`0x${Buffer.from(jwk.n, 'base64url').toString('hex')}`).toString(16);
}
