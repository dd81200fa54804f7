import type { SignaturePolicy } from '../../src/signature/verify-xml.ts';
import { type Attack, type AttackRow, attacksOf, evil } from './attack.ts';
import { envelopeByIdPlacement, envelopeMessage, envelopePlacement, genuine, policyOf } from './signed-messages.ts';
import { wrappings } from './wrapping-attacks.ts';

export const envelope: SignaturePolicy = policyOf(envelopePlacement);
export const envelopeById: SignaturePolicy = policyOf(envelopeByIdPlacement);
export const signedEnvelope: string = genuine(envelopeMessage, envelopePlacement);
export const signedEnvelopeById: string = genuine(envelopeMessage, envelopeByIdPlacement);

const piece = (text: string, local: string): string =>
  new RegExp(`<${local}[ >].*</${local}>`).exec(text)?.[0] ?? `no ${local}`;
const signature = (text: string): string => piece(text, 'ds:Signature');

const header = piece(signedEnvelopeById, 'AppHdr');
const document = piece(signedEnvelopeById, 'Document');
const bareHeader = header.replace(signature(header), '');
const evilHeader = bareHeader.replace('M1', 'M9');
const evilDocument = evil(document);
const withoutId = (text: string): string => text.replace(/ Id="\w+"/, '');
const aside = (content: string): string => `<x xmlns="urn:evil">${content}</x>`;
const evilEnvelope = evil(envelopeMessage).replace('M1', 'M9');

const documentById = policyOf({ ...envelopeByIdPlacement, parts: envelopeByIdPlacement.parts.slice(1) });

/** Header and document are covered by their ids, and both stay in the envelope as they were signed: only not where they belong. */
const headerMoved: readonly AttackRow[] = [
  [
    'the header is moved to the document',
    signedEnvelopeById.replace(header, '').replace('<Doc>', `<Doc>${header}`),
    'signature_misplaced',
  ],
  [
    'the header is moved, an evil one is in its place',
    signedEnvelopeById.replace(header, evilHeader).replace('<Doc>', `<Doc>${header}`),
    'signature_misplaced',
  ],
  [
    'a second header before it',
    signedEnvelopeById.replace(header, withoutId(evilHeader) + header),
    'signature_misplaced',
  ],
  [
    'a second header behind it',
    signedEnvelopeById.replace(header, header + withoutId(evilHeader)),
    'signature_misplaced',
  ],
  ['a second header with its id', signedEnvelopeById.replace(header, header + evilHeader), 'signature_misplaced'],
  [
    'the header in the Sgntr of an evil one',
    signedEnvelopeById.replace(header, withoutId(evilHeader).replace('<Sgntr>', `<Sgntr>${header}`)),
    'signature_misplaced',
  ],
  [
    'the header around an evil one',
    signedEnvelopeById.replace('<Sgntr>', `${withoutId(evilHeader)}<Sgntr>`),
    'digest_wrong',
    'digests',
  ],
  [
    'the signature in an evil header, the signed one beside',
    signedEnvelopeById.replace(header, withoutId(header).replace('M1', 'M9') + aside(bareHeader)),
    'part_misplaced',
  ],
  [
    'the signature in an evil header, the signed one in ds:Object',
    signedEnvelopeById.replace(
      header,
      withoutId(header)
        .replace('M1', 'M9')
        .replace('</ds:Signature>', `<ds:Object>${bareHeader}</ds:Object></ds:Signature>`),
    ),
    'object_refused',
  ],
  [
    'the signature in an evil header, the signed one behind it',
    signedEnvelopeById.replace(header, withoutId(header).replace('M1', 'M9') + bareHeader),
    'signature_misplaced',
  ],
  [
    'a second Hdr',
    signedEnvelopeById.replace('</Hdr>', `</Hdr><Hdr>${withoutId(evilHeader)}</Hdr>`),
    'signature_misplaced',
  ],
  [
    'a Hdr in the Hdr',
    signedEnvelopeById.replace(/<Hdr>(.*)<\/Hdr>/, `<Hdr>${withoutId(evilHeader)}<Hdr>$1</Hdr></Hdr>`),
    'signature_misplaced',
  ],
];

const documentMoved: readonly AttackRow[] = [
  [
    'the document in the SplmtryData of an evil one',
    signedEnvelopeById.replace(document, withoutId(evilDocument).replace('<Envlp>', `<Envlp>${document}`)),
    'part_misplaced',
  ],
  [
    'the document in the SplmtryData of an evil one with another id',
    signedEnvelopeById.replace(
      document,
      evilDocument.replace('"doc"', '"evil"').replace('<Envlp>', `<Envlp>${document}`),
    ),
    'part_misplaced',
  ],
  [
    'the document in the SplmtryData of an evil one with its id',
    signedEnvelopeById.replace(document, evilDocument.replace('<Envlp>', `<Envlp>${document}`)),
    'id_repeated',
  ],
  [
    'a second Doc before it',
    signedEnvelopeById.replace('<Doc>', `<Doc>${withoutId(evilDocument)}</Doc><Doc>`),
    'part_misplaced',
  ],
  [
    'a second Doc behind it',
    signedEnvelopeById.replace('</Doc>', `</Doc><Doc>${withoutId(evilDocument)}</Doc>`),
    'part_misplaced',
  ],
  [
    'a Doc in the Doc',
    signedEnvelopeById.replace(/<Doc>(.*)<\/Doc>/, `<Doc>${withoutId(evilDocument)}<Doc>$1</Doc></Doc>`),
    'part_misplaced',
  ],
  [
    'the document beside the envelope, an evil one in it',
    signedEnvelopeById
      .replace(document, withoutId(evilDocument))
      .replace('</BizMsgEnvlp>', `${document}</BizMsgEnvlp>`),
    'part_misplaced',
  ],
  [
    'the document where the header is',
    signedEnvelopeById.replace(document, withoutId(evilDocument)).replace('<Hdr>', `<Hdr>${document}`),
    'part_misplaced',
  ],
  [
    'a Document of another namespace before it',
    signedEnvelopeById.replace(
      document,
      withoutId(evilDocument).replace('pacs.008.001.08', 'pacs.008.001.10') + aside(document),
    ),
    'part_misplaced',
  ],
  ...['Id', 'ID', 'id', 'iD', 'xml:id', 'e:Id'].map(
    (attribute): AttackRow => [
      `the document aside, the id of the evil one is its ${attribute}`,
      signedEnvelopeById.replace(
        document,
        evilDocument.replace(' Id=', ` xmlns:e="urn:evil" ${attribute}=`) + aside(document),
      ),
      'id_repeated',
    ],
  ),
  [
    'the ids of header and document are swapped',
    signedEnvelopeById.replace('"hdr"', '"x"').replace('"doc"', '"hdr"').replace('"x"', '"doc"'),
    'transform_refused',
    'digests',
  ],
];

const covering = (part: number): string =>
  genuine(envelopeMessage, { ...envelopeByIdPlacement, parts: envelopeByIdPlacement.parts.slice(part, part + 1) });
const partlyCovered: readonly AttackRow[] = [
  ['only the header is covered', evil(covering(0)), 'reference_missing'],
  ['only the document is covered', covering(1).replace('M1', 'M9').replace('"hdr"', '"x"'), 'reference_missing'],
  ['the whole is covered where parts are expected', signedEnvelope, 'reference_unexpected'],
];

const wholeMoved: readonly AttackRow[] = [
  [
    'header and document change places',
    signedEnvelope.replace(/(<Hdr>.*<\/Hdr>)(<Doc>.*<\/Doc>)/, '$2$1'),
    'digest_wrong',
    'digests',
  ],
  [
    'a second header before it',
    signedEnvelope.replace('<AppHdr', `${evilHeader}<AppHdr`),
    'signature_misplaced',
    'digests',
  ],
  [
    'a second document behind it',
    signedEnvelope.replace('</Document>', `</Document>${evilDocument}`),
    'digest_wrong',
    'digests',
  ],
  [
    'a second document before it',
    signedEnvelope.replace('<Document', `${evilDocument}<Document`),
    'digest_wrong',
    'digests',
  ],
  ...(
    [
      ['beside the header', '</AppHdr>', 'behind'],
      ['beside Sgntr', '</Sgntr>', 'behind'],
      ['in the envelope', '</BizMsgEnvlp>', 'before'],
      ['in the document', '</Document>', 'before'],
      ['in the supplementary data', '</Envlp>', 'before'],
      ['in the Doc', '<Doc>', 'behind'],
    ] as const
  ).map(([where, mark, side]): AttackRow => {
    const moved = signature(signedEnvelope);
    const place = side === 'before' ? moved + mark : mark + moved;
    return [
      `the signature is ${where}`,
      signedEnvelope.replace(moved, '').replace(mark, () => place),
      'signature_misplaced',
    ];
  }),
  [
    'a copy of the signature in the supplementary data',
    signedEnvelope.replace('</Envlp>', () => `${signature(signedEnvelope)}</Envlp>`),
    'signature_repeated',
    'digests',
  ],
  [
    'a Sgntr of another namespace',
    signedEnvelope.replace('<Sgntr>', '<Sgntr xmlns="urn:evil">'),
    'signature_misplaced',
    'digests',
  ],
  ['a second Sgntr', signedEnvelope.replace('<Sgntr>', '<Sgntr></Sgntr><Sgntr>'), 'signature_misplaced', 'digests'],
  [
    'a Sgntr in the Sgntr',
    signedEnvelope.replace('<Sgntr>', '<Sgntr><Sgntr>').replace('</Sgntr>', '</Sgntr></Sgntr>'),
    'signature_misplaced',
    'digests',
  ],
  ...(
    [
      ['Sgntr', '</Sgntr>'],
      ['header', '</AppHdr>'],
      ['Hdr', '</Hdr>'],
      ['Doc', '</Doc>'],
      ['document', '</Document>'],
      ['supplementary data', '</Envlp>'],
    ] as const
  ).map(
    ([where, end]): AttackRow => [
      `the whole envelope in the ${where} of an evil one`,
      evilEnvelope.replace(end, () => signedEnvelope + end),
      'signature_misplaced',
    ],
  ),
  [
    'the whole envelope at the end of an evil one',
    evilEnvelope.replace('</BizMsgEnvlp>', () => `${signedEnvelope}</BizMsgEnvlp>`),
    'signature_misplaced',
  ],
  ['the whole envelope in another element', aside(signedEnvelope), 'signature_misplaced'],
  ['parts are covered where the whole is expected', signedEnvelopeById, 'reference_unexpected'],
  ['only the header is covered where the whole is expected', evil(covering(0)), 'reference_unexpected'],
];

export const envelopeAttacks: readonly Attack[] = [
  ...wrappings('an envelope', covering(1), document, documentById, 'AppHdr'),
  ...attacksOf('envelope, by id', envelopeById, [...headerMoved, ...documentMoved, ...partlyCovered]),
  ...attacksOf('envelope, whole', envelope, wholeMoved),
];
