import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';

/** Exclusive C14N 1.0 without comments. */
export function canonicalByLibxml2(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0, withComments: false });
  } finally {
    document.dispose();
  }
}
