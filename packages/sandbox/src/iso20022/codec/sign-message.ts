import type { SigningKey } from '../signing-key.ts';
import { networkSignedXml } from './network-signed-xml.ts';
import { ENVELOPED, EXCLUSIVE, SHA256 } from './signature-uris.ts';

/** Signs a whole message, the signature standing in `AppHdr/Sgntr`. */
export function signMessage(xml: string, { id, privateKey }: SigningKey): string {
  const signer = networkSignedXml(privateKey);
  signer.getKeyInfoContent = () => `<ds:KeyName>${id}</ds:KeyName>`;
  signer.addReference({ xpath: '/*', isEmptyUri: true, transforms: [ENVELOPED, EXCLUSIVE], digestAlgorithm: SHA256 });
  const reference = "/*/*[local-name(.)='Hdr']/*/*[local-name(.)='Sgntr']";
  signer.computeSignature(xml, { prefix: 'ds', location: { reference, action: 'append' } });
  return signer.getSignedXml();
}
