import { canonicalUris, strTransform, transformUris } from '../../src/signature/algorithm.ts';
import { type Attack, evil, iso, isoById, soap } from './attack.ts';
import { forge, reference, rightTransforms, transform } from './forge-signature.ts';
import { genuine, isoMessage, soapMessage, soapPlacement } from './signed-messages.ts';

const partial = `<h:BizMsgIdr xmlns:h="urn:iso:std:iso:20022:tech:xsd:head.001.001.02" Id="biz">M1</h:BizMsgIdr>`;
const withBiz = isoMessage.replace('<h:BizMsgIdr>', '<h:BizMsgIdr Id="biz">');
const exclusive = [transform(canonicalUris.exclusive)];

export const referenceAttacks: readonly Attack[] = [
  {
    name: 'reference: only the header is covered',
    source: forge({ message: evil(withBiz), references: [reference('#biz', exclusive, partial)] }),
    policy: iso,
    refused: ['reference_unexpected'],
  },
  {
    name: 'reference: only the header is covered, where a document is expected by its id',
    source: forge({ message: evil(withBiz), references: [reference('#biz', exclusive, partial)] }),
    policy: isoById,
    refused: ['part_misplaced'],
  },
  {
    name: 'reference: none',
    source: forge({ message: evil(isoMessage), references: [] }),
    policy: iso,
    refused: ['signature_malformed'],
  },
  {
    name: 'reference: without a URI',
    source: forge({ references: [reference(undefined)] }),
    policy: iso,
    refused: ['reference_refused'],
  },
  ...['http://evil.test/doc.xml', 'file:///etc/passwd', 'cid:attachment', 'other.xml'].map((uri) => ({
    name: `reference: ${uri}`,
    source: forge({ message: evil(isoMessage), references: [reference(uri)] }),
    policy: iso,
    refused: ['reference_refused'],
  })),
  ...['#xpointer(/)', "#xpointer(id('doc'))", '#', '#1'].map((uri) => ({
    name: `reference: ${uri}`,
    source: forge({ references: [reference(uri)] }),
    policy: isoById,
    refused: ['reference_refused'],
    careless: ['digests'] as const,
  })),
  {
    name: 'reference: an id that nobody has',
    source: forge({ message: evil(isoMessage), references: [reference('#nobody', exclusive)] }),
    policy: isoById,
    refused: ['reference_missing'],
    careless: ['digests'],
  },
  {
    name: 'reference: twice',
    source: forge({ references: [reference(''), reference('')] }),
    policy: iso,
    refused: ['reference_unexpected'],
  },
  {
    name: 'reference: one more than expected',
    source: forge({ references: [reference(''), reference('http://evil.test/')] }),
    policy: iso,
    refused: ['reference_unexpected'],
  },
  {
    name: 'reference: a required part is not covered',
    source: genuine(soapMessage, { ...soapPlacement, parts: soapPlacement.parts.slice(1) }).replace('10.00', '99.00'),
    policy: soap,
    refused: ['reference_missing'],
  },
  {
    name: 'reference: the same part twice in place of the other',
    source: genuine(soapMessage, {
      ...soapPlacement,
      parts: [soapPlacement.parts[1], soapPlacement.parts[1]].flatMap((part) => part ?? []),
    }).replace('10.00', '99.00'),
    policy: soap,
    refused: ['reference_unexpected'],
  },
];

const transformLists: Readonly<Record<string, readonly string[]>> = {
  XSLT: [...rightTransforms, transform('http://www.w3.org/TR/1999/REC-xslt-19991116', '<x></x>')],
  XPath: [
    transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>not(self::Document)</ds:XPath>'),
    ...exclusive,
  ],
  'XPath filter 2': [transform('http://www.w3.org/2002/06/xmldsig-filter2'), ...exclusive],
  base64: [transform('http://www.w3.org/2000/09/xmldsig#base64'), ...exclusive],
  'an unknown one': [transform('urn:evil'), ...exclusive],
  'none at all': [],
  'no enveloped-signature': exclusive,
  'canonical form before enveloped-signature': [...rightTransforms].reverse(),
  'the canonical form twice': [...exclusive, ...exclusive],
  'a hundred': Array.from({ length: 100 }, () => exclusive).flat(),
  'another canonical form': [rightTransforms[0] ?? '', transform(canonicalUris.c14n11)],
  'content in enveloped-signature': [
    transform(transformUris['enveloped-signature'], '<ds:XPath></ds:XPath>'),
    ...exclusive,
  ],
  'a foreign element in the canonical form': [rightTransforms[0] ?? '', transform(canonicalUris.exclusive, '<x></x>')],
};

export const transformAttacks: readonly Attack[] = [
  ...Object.entries(transformLists).map(([name, list]) => ({
    name: `transform: ${name}`,
    source: forge({ references: [reference('', list)] }),
    policy: iso,
    refused: ['transform_refused', 'signature_malformed'],
  })),
  {
    name: 'transform: STR-Transform',
    source: forge({ references: [reference('', [transform(strTransform)])] }),
    policy: iso,
    refused: ['str_transform_unsupported'],
  },
  {
    name: 'transform: a PrefixList of a thousand',
    source: forge({
      references: [
        reference('', [
          rightTransforms[0] ?? '',
          transform(
            canonicalUris.exclusive,
            `<InclusiveNamespaces xmlns="${canonicalUris.exclusive}" PrefixList="${'p '.repeat(1_000)}"></InclusiveNamespaces>`,
          ),
        ]),
      ],
    }),
    policy: iso,
    refused: ['too_costly'],
  },
];
