import { createHash } from 'node:crypto';
import { canonicalUris } from '../../src/signature/algorithm.ts';
import { type Attack, type AttackRow, attacksOf, evil } from './attack.ts';
import { envelope, signedEnvelope } from './envelope-attacks.ts';
import { forge, reference, rightTransforms, transform } from './forge-signature.ts';
import { envelopeMessage, genuine, policyOf, tchMessage, tchPlacement } from './signed-messages.ts';

const pacs = /xmlns="([^"]*pacs[^"]*)"/.exec(envelopeMessage)?.[1] ?? '';
const amount = '<IntrBkSttlmAmt Ccy="USD">10.00</IntrBkSttlmAmt>';
const prefixed = (uri: string): string => `<p:IntrBkSttlmAmt xmlns:p="${uri}" Ccy="USD">10.00</p:IntrBkSttlmAmt>`;
const edited = (from: string | RegExp, to: string): string => signedEnvelope.replace(from, to);

const names: readonly AttackRow[] = [
  ['the amount in no namespace', edited('<IntrBkSttlmAmt', '<IntrBkSttlmAmt xmlns=""'), 'digest_wrong', 'digests'],
  [
    'the amount in another namespace',
    edited('<IntrBkSttlmAmt', '<IntrBkSttlmAmt xmlns="urn:evil"'),
    'digest_wrong',
    'digests',
  ],
  ['the amount with a prefix for the same namespace', edited(amount, prefixed(pacs)), 'digest_wrong', 'digests'],
  ['the amount with a prefix for another one', edited(amount, prefixed('urn:evil')), 'digest_wrong', 'digests'],
  ['the currency with a prefix', edited('Ccy=', `xmlns:p="${pacs}" p:Ccy=`), 'digest_wrong', 'digests'],
  ['a second currency with a prefix', edited('Ccy=', 'xmlns:p="urn:evil" p:Ccy="JPY" Ccy='), 'digest_wrong', 'digests'],
  [
    'the document in no namespace',
    edited(`<Document xmlns="${pacs}"`, '<Document xmlns=""'),
    'digest_wrong',
    'digests',
  ],
  ['the document in that of the envelope', edited(`<Document xmlns="${pacs}"`, '<Document'), 'digest_wrong', 'digests'],
  ['the header in no namespace', edited(/<AppHdr xmlns="[^"]*"/, '<AppHdr xmlns=""'), 'signature_misplaced', 'digests'],
  ['the header in that of the envelope', edited(/<AppHdr xmlns="[^"]*"/, '<AppHdr'), 'signature_misplaced', 'digests'],
  ['the envelope in none', edited(/<BizMsgEnvlp xmlns="[^"]*"/, '<BizMsgEnvlp'), 'signature_misplaced', 'digests'],
  ['a namespace in capitals', edited(pacs, pacs.toUpperCase()), 'digest_wrong', 'digests'],
  ['a language for the document', edited('<Document', '<Document xml:lang="de"'), 'digest_wrong', 'digests'],
  [
    'the prefix of the signature for something else inside',
    edited('<ds:Reference', '<ds:Reference xmlns:ds="urn:evil"'),
    'signature_malformed',
    'signature',
  ],
  [
    'SignedInfo of another namespace',
    edited('<ds:SignedInfo', '<ds:SignedInfo xmlns:ds="urn:evil"'),
    'signature_malformed',
    'signature',
  ],
  [
    'SignatureValue of another namespace',
    edited('<ds:SignatureValue', '<ds:SignatureValue xmlns:ds="urn:evil"'),
    'signature_malformed',
  ],
  [
    'KeyInfo of another namespace',
    edited('</ds:Signature>', '<x:KeyInfo xmlns:x="urn:evil"></x:KeyInfo></ds:Signature>'),
    'signature_malformed',
  ],
  [
    'an Algorithm of another namespace',
    edited('<ds:SignatureMethod Algorithm', '<ds:SignatureMethod xmlns:x="urn:evil" x:Algorithm'),
    'algorithm_refused',
    'signature',
  ],
  [
    'a second URI of another namespace',
    edited('<ds:Reference URI=""', '<ds:Reference xmlns:x="urn:evil" URI="" x:URI="#doc"'),
    'signature_malformed',
    'signature',
  ],
];

const rtp = policyOf(tchPlacement);
const signedRtp = genuine(tchMessage, tchPlacement);
const inclusive: readonly AttackRow[] = [
  [
    'a namespace that nothing uses',
    signedRtp.replace('<CreditTransfer', '<CreditTransfer xmlns:x="urn:evil"'),
    'digest_wrong',
    'digests',
  ],
  [
    'a prefix for another namespace inside',
    signedRtp.replace('<ct:IntrBkSttlmAmt', '<ct:IntrBkSttlmAmt xmlns:ct="urn:evil"'),
    'digest_wrong',
    'digests',
  ],
  [
    'one namespace more at the root',
    signedRtp.replace('<Message', '<Message xmlns:x="urn:evil"'),
    'digest_wrong',
    'digests',
  ],
];

const evilEnvelope = evil(envelopeMessage);
const forged = (digestText: string): string =>
  forge({ message: evilEnvelope, references: [reference('', rightTransforms, digestText)] });
const commented = { ...envelope, comments: 'ignored' as const };
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');
const [signedDigest = ''] = /(?<=DigestValue>)[^<]*/.exec(signedEnvelope) ?? [];

const comments: readonly AttackRow[] = [
  ['in the amount', edited('10.00', '10<!-- -->.00'), 'comment_refused'],
  ['before the amount', edited('10.00', '<!-- 9 -->10.00'), 'comment_refused'],
  ['in the id of the message', edited('M1', 'M<!-- -->1'), 'comment_refused'],
  ['in DigestValue', edited('<ds:DigestValue>', '<ds:DigestValue><!-- forged -->'), 'comment_refused'],
  ['in SignatureValue', edited('<ds:SignatureValue>', '<ds:SignatureValue><!-- forged -->'), 'comment_refused'],
  ['between the parts of the envelope', edited('<Doc>', '<!-- --><Doc>'), 'comment_refused'],
  ['behind the envelope', `${signedEnvelope}<!-- -->`, 'comment_refused'],
];
const ignoredComments: readonly AttackRow[] = [
  [
    'the signed digest is in one',
    evil(signedEnvelope).replace(signedDigest, `${digestOf(evilEnvelope)}<!--${signedDigest}-->`),
    'signature_wrong',
    'signature',
  ],
  [
    'the evil digest is in one',
    evil(signedEnvelope).replace(signedDigest, `<!--${digestOf(evilEnvelope)}-->${signedDigest}`),
    'digest_wrong',
    'digests',
  ],
  ['the evil amount goes on behind one', edited('10.00', '10<!-- -->0.00'), 'digest_wrong', 'digests'],
];

const digests: readonly AttackRow[] = [
  ['of the message as it was', forged(envelopeMessage), 'digest_wrong', 'digests'],
  [
    'that is cut within a byte',
    forge({
      message: evilEnvelope,
      references: [reference('', rightTransforms, evilEnvelope).replace(/(DigestValue>.{15})[^<]*/, '$1')],
    }),
    'signature_malformed',
    'digests',
  ],
  [
    'that is cut',
    forge({
      message: evilEnvelope,
      references: [reference('', rightTransforms, evilEnvelope).replace(/(DigestValue>.{24})[^<]*/, '$1')],
    }),
    'digest_wrong',
    'digests',
  ],
  [
    'of nothing',
    forge({ message: evilEnvelope, references: [reference('', rightTransforms, '')] }),
    'digest_wrong',
    'digests',
  ],
  [
    'that is empty',
    forge({ message: evilEnvelope, references: [reference('').replace(/DigestValue>[^<]*/, 'DigestValue>')] }),
    'signature_malformed',
    'digests',
  ],
  [
    'of SHA-256 that is said to be of SHA-512',
    forge({
      message: envelopeMessage,
      references: [reference('', rightTransforms, envelopeMessage).replace('xmlenc#sha256', 'xmlenc#sha512')],
    }),
    'digest_wrong',
    'digests',
  ],
  [
    'of the canonical form with comments',
    forge({
      message: envelopeMessage,
      references: [
        reference('', [rightTransforms[0] ?? '', transform(`${canonicalUris.exclusive}WithComments`)], envelopeMessage),
      ],
    }),
    'transform_refused',
  ],
  [
    'of the signature too',
    forge({
      message: envelopeMessage,
      references: [reference('', [transform(canonicalUris.exclusive)], envelopeMessage)],
    }),
    'transform_refused',
  ],
];

export const namespaceAttacks: readonly Attack[] = [
  ...attacksOf('namespace', envelope, names),
  ...attacksOf('namespace, inclusive', rtp, inclusive),
];

export const digestAttacks: readonly Attack[] = [
  ...attacksOf('comment', envelope, comments),
  ...attacksOf('ignored comment', commented, ignoredComments),
  ...attacksOf('digest', envelope, digests),
];
