import { dsNamespace } from '../../src/signature/algorithm.ts';
import { type Attack, evil, evilMessage, iso, isoById, signedIso, signedIsoById, signedSoap, soap } from './attack.ts';
import { forgeSignature } from './forge-signature.ts';

const twice = (local: string): string =>
  signedIso.replace(new RegExp(`(<ds:${local}[ >].*</ds:${local}>)`), (element) => element + element);
const looseInfo = forgeSignature({ references: [] }).replace(/.*(<ds:SignedInfo>.*<\/ds:SignedInfo>).*/, '$1');

export const formAttacks: readonly Attack[] = [
  { name: 'form: two SignedInfo', source: twice('SignedInfo'), policy: iso, refused: ['signature_malformed'] },
  {
    name: 'form: a second SignedInfo before the signed one (CVE-2025-29774)',
    source: evil(signedIso).replace('<ds:SignedInfo>', `${looseInfo}<ds:SignedInfo>`),
    policy: iso,
    refused: ['signature_malformed'],
    careless: ['digests'],
  },
  { name: 'form: two SignatureValue', source: twice('SignatureValue'), policy: iso, refused: ['signature_malformed'] },
  {
    name: 'form: an Object with another SignedInfo',
    source: signedIso.replace('</ds:Signature>', `<ds:Object>${looseInfo}</ds:Object></ds:Signature>`),
    policy: iso,
    refused: ['object_refused'],
  },
  {
    name: 'form: two signatures, the right one first',
    source: signedIso.replace('</ds:Signature>', `</ds:Signature>${forgeSignature()}`),
    policy: iso,
    refused: ['signature_repeated'],
    careless: ['digests'],
  },
  {
    name: 'form: two signatures, one where nobody looks',
    source: signedSoap.replace('<soap:Header>', `<soap:Header><x xmlns="urn:evil">${forgeSignature()}</x>`),
    policy: soap,
    refused: ['signature_repeated'],
  },
  {
    name: 'form: a signature inside of the signature',
    source: signedIso.replace('</ds:Signature>', `${forgeSignature()}</ds:Signature>`),
    policy: iso,
    refused: ['signature_repeated'],
    careless: ['digests'],
  },
  {
    name: 'form: no signature',
    source: evilMessage,
    policy: iso,
    refused: ['signature_missing'],
    careless: ['signature'],
  },
  {
    name: 'form: a Signature of another namespace',
    source: signedIso.replaceAll(`"${dsNamespace}"`, '"urn:evil"'),
    policy: iso,
    refused: ['signature_missing'],
    careless: ['signature', 'digests'],
  },
  {
    name: 'form: text beside SignedInfo',
    source: signedIso.replace('<ds:SignatureValue>', 'evil<ds:SignatureValue>'),
    policy: iso,
    refused: ['signature_malformed'],
  },
  {
    name: 'form: an element inside of DigestValue',
    source: signedIso.replace('<ds:DigestValue>', '<ds:DigestValue><x xmlns="urn:evil"/>'),
    policy: iso,
    refused: ['signature_malformed'],
    careless: ['signature'],
  },
  {
    name: 'form: an element inside of SignatureValue',
    source: signedIso.replace('<ds:SignatureValue>', '<ds:SignatureValue><x xmlns="urn:evil"/>'),
    policy: iso,
    refused: ['signature_malformed'],
  },
  {
    name: 'form: an attribute on SignedInfo',
    source: signedIso.replace('<ds:SignedInfo>', '<ds:SignedInfo x="1">'),
    policy: iso,
    refused: ['signature_malformed'],
    careless: ['signature'],
  },
  {
    name: 'form: base64 with other signs in it',
    source: signedIso.replace(/(<ds:SignatureValue>....)/, '$1*!'),
    policy: iso,
    refused: ['signature_malformed'],
  },
  {
    name: 'form: a signature that goes on',
    source: signedIso.replace(/=*<\/ds:SignatureValue>/, 'AAAA</ds:SignatureValue>'),
    policy: iso,
    refused: ['signature_malformed', 'signature_wrong'],
    careless: ['signature'],
  },
];

const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const withDoctype = (doctype: string, text: string): string => text.replace('?>\n', `?>\n${doctype}`);

export const documentAttacks: readonly Attack[] = [
  {
    name: 'document: a comment that splits the amount',
    source: signedIso.replace('10.00', '10<!-- -->.00'),
    policy: iso,
    refused: ['comment_refused'],
  },
  {
    name: 'document: a comment in DigestValue (CVE-2025-29775)',
    source: signedIso.replace('<ds:DigestValue>', '<ds:DigestValue><!--forged-->'),
    policy: iso,
    refused: ['comment_refused'],
  },
  {
    name: 'document: an instruction in the amount',
    source: signedIso.replace('10.00', '10<?x 0?>.00'),
    policy: iso,
    refused: ['instruction_refused'],
  },
  {
    name: 'document: a DOCTYPE',
    source: withDoctype('<!DOCTYPE a>', signedIso),
    policy: iso,
    refused: ['doctype_refused'],
  },
  {
    name: 'document: an entity bomb',
    source: withDoctype(bomb, signedIso.replace('10.00', '&b;10.00')),
    policy: iso,
    refused: ['doctype_refused'],
  },
  {
    name: 'document: an external entity',
    source: withDoctype(
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      signedIso.replace('10.00', '&x;10.00'),
    ),
    policy: iso,
    refused: ['doctype_refused'],
  },
  {
    name: 'document: an id by default from a DOCTYPE',
    source: withDoctype('<!DOCTYPE a [<!ATTLIST Document Id CDATA "doc">]>', signedIsoById),
    policy: isoById,
    refused: ['doctype_refused'],
  },
  {
    name: 'document: an entity without a DOCTYPE',
    source: signedIso.replace('10.00', '&evil;10.00'),
    policy: iso,
    refused: ['entity_unknown'],
  },
  {
    name: 'document: cut',
    source: `${signedIso.slice(0, -'</n:Message>'.length)}</n:Message`,
    policy: iso,
    refused: ['tag_unclosed'],
    careless: ['signature', 'digests'],
  },
  {
    name: 'document: another amount',
    source: evil(signedIso),
    policy: iso,
    refused: ['digest_wrong'],
    careless: ['digests'],
  },
  {
    name: 'document: another currency',
    source: signedIso.replace('USD', 'EUR'),
    policy: iso,
    refused: ['digest_wrong'],
    careless: ['digests'],
  },
  {
    name: 'document: another namespace for the same prefix',
    source: signedIso.replace('pacs.008.001.08', 'pacs.008.001.02'),
    policy: iso,
    refused: ['digest_wrong'],
    careless: ['digests'],
  },
  {
    name: 'document: the header of another namespace',
    source: signedIso.replace('head.001.001.02', 'head.001.001.01'),
    policy: iso,
    refused: ['signature_misplaced'],
    careless: ['digests'],
  },
  {
    name: 'document: an element more',
    source: signedIso.replace('</FIToFICstmrCdtTrf>', '<x/></FIToFICstmrCdtTrf>'),
    policy: iso,
    refused: ['digest_wrong'],
    careless: ['digests'],
  },
];
