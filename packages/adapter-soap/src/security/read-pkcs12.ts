import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import forge from 'node-forge';

const { asn1, pki } = forge;

/** The certificate and the key of a PKCS #12 archive: Node reads one for TLS, but gives the key to nobody. */
export function readPkcs12(archive: Uint8Array, passphrase: Secret): { certificate: string; key: Secret } {
  const der = forge.util.createBuffer(Buffer.from(archive).toString('latin1'));
  const content = forge.pkcs12.pkcs12FromAsn1(asn1.fromDer(der), true, passphrase.expose());
  const bags = (type: string) => content.getBags({ bagType: type })[type] ?? [];
  const [key] = [...bags(pki.oids['pkcs8ShroudedKeyBag'] ?? ''), ...bags(pki.oids['keyBag'] ?? '')];
  if (key === undefined) throw new Error('there is no key');
  // It makes keys and certificates of RSA only, and leaves others as they are.
  const info = key.key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key.key)) : key.asn1;
  const privateKey = createPrivateKey({ key: bytesOf(info), format: 'der', type: 'pkcs8' });
  const certificates = bags(pki.oids['certBag'] ?? '').map(
    ({ cert, asn1: other }) => new X509Certificate(bytesOf(cert ? pki.certificateToAsn1(cert) : other)),
  );
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (own === undefined) throw new Error('there is no certificate of the key');
  return {
    certificate: own.toString(),
    key: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}

function bytesOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), 'latin1');
}
