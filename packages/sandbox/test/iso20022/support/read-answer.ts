import { createHash, createPublicKey, verify } from 'node:crypto';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';

/**
 * Whether a message is signed as a whole by this key: judged by libxml2 for the canonical forms and OpenSSL for the rest,
 * nothing of which the sandbox uses.
 */
export function isSignedBy(xml: string, publicPem: string): boolean {
  const [signature = ''] = /<ds:Signature .*<\/ds:Signature>/s.exec(xml) ?? [];
  const [info = ''] = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(signature) ?? [];
  const digest = /<ds:DigestValue>([^<]*)/.exec(info)?.[1];
  const value = /<ds:SignatureValue>([^<]*)/.exec(signature)?.[1] ?? '';
  const namespaced = info.replace('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">');
  const found = createHash('sha256')
    .update(canonical(xml.replace(signature, '')))
    .digest('base64');
  const key = { key: createPublicKey(publicPem), dsaEncoding: 'ieee-p1363' } as const;
  return found === digest && verify('sha256', Buffer.from(canonical(namespaced)), key, Buffer.from(value, 'base64'));
}

/** The text of the first element of that name, wherever it is. */
export function textOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
}

/** The definition of the message, and the values of some elements. */
export function summary(xml: string, ...names: readonly string[]): readonly (string | undefined)[] {
  return [textOf(xml, 'MsgDefIdr'), ...names.map((name) => textOf(xml, name))];
}

function canonical(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 });
  } finally {
    document.dispose();
  }
}
