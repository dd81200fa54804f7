import type { KeyObject } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { MessageRefusal } from '../message-refusal.ts';
import { networkSignedXml } from './network-signed-xml.ts';
import { DSIG, ENVELOPED, EXCLUSIVE } from './signature-uris.ts';

/** What a signature covers, and whose key made it. */
export interface VerifiedText {
  /** The canonical form of the whole message without its signature: only this is read. */
  readonly text: string;
  readonly keyId: string;
}

/**
 * Verifies the one signature of a message: in `AppHdr/Sgntr`, over the whole document, by a key that is known.
 * Throws MessageRefusal.
 */
export function verifyMessage(xml: string, keyOf: (id: string) => KeyObject | undefined): VerifiedText {
  const element = signatureOf(xml);
  const keyId = element.getElementsByTagNameNS(DSIG, 'KeyName')[0]?.textContent ?? '';
  const publicKey = keyOf(keyId);
  if (!publicKey) throw new MessageRefusal('SIGNATURE', 'KeyName');
  const verifier = networkSignedXml(publicKey);
  try {
    verifier.loadSignature(element);
    if (!verifier.checkSignature(xml)) throw new MessageRefusal('SIGNATURE', 'Reference');
  } catch (error) {
    // It throws on whatever it does not know or believe.
    throw error instanceof MessageRefusal ? error : new MessageRefusal('SIGNATURE');
  }
  const [reference, ...others] = verifier.getReferences();
  const [text] = verifier.getSignedReferences();
  const isWhole = reference?.uri === '' && reference.transforms.join() === [ENVELOPED, EXCLUSIVE].join();
  if (others.length > 0 || !isWhole || text === undefined) throw new MessageRefusal('SIGNATURE', 'Reference');
  return { text, keyId };
}

function signatureOf(xml: string): Element {
  const signatures = parse(xml).getElementsByTagNameNS(DSIG, 'Signature');
  const [signature] = Array.from(signatures);
  if (!signature || signatures.length > 1) throw new MessageRefusal('SIGNATURE', 'Sgntr');
  const path: string[] = [];
  for (let node = signature.parentNode; node !== null && node.nodeType === 1; node = node.parentNode) {
    path.unshift(node.nodeName);
  }
  if (path.join('/') !== 'BizMsgEnvlp/Hdr/AppHdr/Sgntr') throw new MessageRefusal('SIGNATURE', path.join('/'));
  return signature;
}

function parse(xml: string): Document {
  const stop = (): never => {
    throw new MessageRefusal('SYNTAX');
  };
  // A document type declares entities: nobody needs them.
  if (xml.includes('<!')) stop();
  try {
    const parser = new DOMParser({ errorHandler: { warning: stop, error: stop, fatalError: stop } });
    const document = parser.parseFromString(xml, 'text/xml');
    return document.documentElement ? document : stop();
  } catch {
    return stop();
  }
}
