import type { SignaturePolicy } from '../../src/signature/verify-xml.ts';
import { type Attack, evil, iso, isoById, signedIso, signedIsoById, signedSoap, soap } from './attack.ts';
import { isoMessage, soapMessage } from './signed-messages.ts';

const isoDocument = signedIsoById.slice(signedIsoById.indexOf('<Document'), signedIsoById.indexOf('\n</n:Message>'));
const soapBody = signedSoap.slice(signedSoap.indexOf('<soap:Body'), signedSoap.indexOf('</soap:Envelope>'));
const timestamp = signedSoap.slice(signedSoap.indexOf('<wsu:Timestamp'), signedSoap.indexOf('<ds:Signature '));

/** Every place where a signed part can be kept, so that its digest stays right, beside an evil part in its place. */
export function wrappings(
  message: string,
  signed: string,
  part: string,
  policy: SignaturePolicy,
  header: string,
): readonly Attack[] {
  const ids = { 'no id': '', 'another id': 'Id="evil"', 'the same id': undefined } as const;
  const wrapped = `<x xmlns="urn:evil">${part}</x>`;
  return Object.entries(ids).flatMap(([idName, id]) => {
    const evilPart = evil(id === undefined ? part : part.replace(/(wsu:)?Id="\w+"/, id));
    const inside = evilPart.replace(/(<\/[\w:]+>)$/, (end) => part + end);
    const holders: Readonly<Record<string, string>> = {
      'before it': signed.replace(part, part + evilPart),
      'behind it': signed.replace(part, evilPart + part),
      'around it': signed.replace(part, inside),
      'wrapped beside it': signed.replace(part, evilPart + wrapped),
      'wrapped before it': signed.replace(part, wrapped + evilPart),
      'in the header': signed.replace(part, evilPart).replace(`</${header}>`, `${wrapped}</${header}>`),
      'in ds:Object': signed
        .replace(part, evilPart)
        .replace('</ds:Signature>', `<ds:Object>${part}</ds:Object></ds:Signature>`),
      'in ds:KeyInfo': signed
        .replace(part, evilPart)
        .replace('</ds:Signature>', `<ds:KeyInfo>${part}</ds:KeyInfo></ds:Signature>`),
      'beside the signature': signed.replace(part, evilPart).replace('<ds:Signature ', `${wrapped}<ds:Signature `),
    };
    const refused = ['id_repeated', 'part_misplaced', 'object_refused'];
    return Object.entries(holders).map(([where, source]) => ({
      name: `wrapping in ${message}: the signed ${part.slice(1, part.indexOf(' '))} ${where}, the evil one with ${idName}`,
      source,
      policy,
      refused,
    }));
  });
}

export const wrappingAttacks: readonly Attack[] = [
  ...wrappings('a message', signedIsoById, isoDocument, isoById, 'h:AppHdr'),
  ...wrappings('SOAP', signedSoap, soapBody, soap, 'soap:Header'),
  {
    name: 'wrapping: a stale Timestamp is replaced',
    source: signedSoap.replace(
      timestamp,
      `${timestamp.replace('wsu:Id="ts"', '').replace('2026-11-23', '2027-01-01')}<x xmlns="urn:evil">${timestamp}</x>`,
    ),
    policy: soap,
    refused: ['part_misplaced'],
  },
  {
    name: 'wrapping: the whole message inside of an evil one',
    source: evil(isoMessage).replace('<h:Sgntr/>', `<h:Sgntr>${signedIso.replace(/<\?xml.*?>/, '')}</h:Sgntr>`),
    policy: iso,
    refused: ['signature_misplaced'],
    careless: ['digests'],
  },
  {
    name: 'wrapping: the whole envelope inside of an evil Body',
    source: evil(soapMessage).replace('</soap:Body>', `${signedSoap}</soap:Body>`),
    policy: soap,
    refused: ['signature_misplaced'],
  },
  {
    name: 'wrapping: the signature under another parent',
    source: signedSoap.replace(/(<ds:Signature .*<\/ds:Signature>)(<\/wsse:Security>)/, '$2$1'),
    policy: soap,
    refused: ['signature_misplaced'],
  },
  {
    name: 'wrapping: a second Security header',
    source: signedSoap
      .replace('<soap:Header>', `<soap:Header><wsse:Security xmlns:wsse="urn:x"/>`)
      .replace('"urn:x"', `"${/xmlns:wsse="([^"]+)"/.exec(signedSoap)?.[1]}"`),
    policy: soap,
    refused: ['signature_misplaced'],
  },
];
