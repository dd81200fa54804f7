import type { ProfileSource } from '../network-profile.ts';
import type { AddressForm, ProfileRule, RuleCheck } from '../profile-rule.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
/** A reference does not begin or end with a slash, and has no two in a row. */
const reference = '(?!/)(?!.*//).*[^/]';
const start = '2023-11-19';

/** The public documents about both credit transfer schemes. */
export const sepaSources: Readonly<Record<string, ProfileSource>> = {
  guidelines: {
    title: 'European Payments Council, SEPA Credit Transfer and SCT Inst inter-PSP implementation guidelines 2025',
    url: 'https://www.europeanpaymentscouncil.eu/node/27691',
    date: '2025-10-05',
  },
  characters: {
    title: 'EPC217-08, SEPA requirements for an extended character set',
    url: 'https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best',
    date: '2012',
  },
  amounts: {
    title: 'XMLdation, limits that the EPC sets for amounts',
    url: 'https://knowledge.xmldation.com/support/epc/amt',
    date: '2023',
  },
  addresses: {
    title: 'European Payments Council, version 1.1 of the 2025 rulebooks: unstructured addresses end',
    url: 'https://www.europeanpaymentscouncil.eu/node/27691',
    date: '2026-11-15',
  },
};

const addressUntil = '2026-11-14';
const addressSince = '2026-11-15';

/** The rules that both schemes have for a credit transfer, under the prefix of the scheme. */
export function sepaTransferRules(prefix: string): readonly ProfileRule[] {
  const rule = <R extends { readonly id: string }>(one: R): R => ({ ...one, id: `${prefix}-${one.id}` });
  return [
    ...sourced({ source: 'guidelines', since: start }, guidelineRules.map(rule)),
    ...sourced({ source: 'characters', since: start }, characterRules.map(rule)),
    ...sourced({ source: 'amounts', since: start }, amountRules.map(rule)),
    ...sourced({ source: 'addresses', since: start, until: addressUntil }, [
      rule(addressRule('050', ['structured', 'hybrid', 'unstructured', 'incomplete'])),
    ]),
    ...sourced({ source: 'addresses', since: addressSince }, [rule(addressRule('051', ['structured', 'hybrid']))]),
  ];
}

type UnsourcedRule = RuleCheck & { readonly id: string; readonly at: string };

const guidelineRules: readonly UnsourcedRule[] = [
  { id: '010', at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`, kind: 'oneOf', values: ['CLRG', 'INDA', 'INGA'] },
  { id: '011', at: `${transfer}/**/SvcLvl/Cd`, kind: 'equals', value: 'SEPA' },
  { id: '012', at: `${transaction}/PmtId/TxId`, kind: 'required' },
  { id: '013', at: `${transaction}/ChrgBr`, kind: 'equals', value: 'SLEV' },
  { id: '014', at: `${transaction}/Dbtr/Nm`, kind: 'maxLength', max: 70 },
  { id: '015', at: `${transaction}/Cdtr/Nm`, kind: 'maxLength', max: 70 },
  { id: '016', at: `${transaction}/DbtrAcct/Id/IBAN`, kind: 'checksum', checksum: 'iban' },
  { id: '017', at: `${transaction}/CdtrAcct/Id/IBAN`, kind: 'checksum', checksum: 'iban' },
  { id: '018', at: `${transaction}/DbtrAgt/FinInstnId/BICFI`, kind: 'checksum', checksum: 'bic' },
  { id: '019', at: `${transaction}/CdtrAgt/FinInstnId/BICFI`, kind: 'checksum', checksum: 'bic' },
  { id: '020', at: `${transaction}/RmtInf?/Ustrd?`, kind: 'count', min: 0, max: 1 },
  {
    id: '021',
    at: 'FIToFIPmtCxlReq/Undrlyg/TxInf/CxlRsnInf/Rsn/Cd?',
    kind: 'oneOf',
    values: ['DUPL', 'TECH', 'FRAD', 'CUST', 'AM09', 'AC03'],
  },
];

const characterRules: readonly UnsourcedRule[] = [
  { id: '030', at: '*/GrpHdr?/MsgId', kind: 'charset', charset: 'fin-x' },
  { id: '031', at: '*/GrpHdr?/MsgId', kind: 'pattern', pattern: reference },
  { id: '032', at: `${transaction}/PmtId/EndToEndId`, kind: 'charset', charset: 'fin-x' },
  { id: '033', at: `${transaction}/PmtId/EndToEndId`, kind: 'pattern', pattern: reference },
  { id: '034', at: `${transaction}/PmtId/TxId?`, kind: 'charset', charset: 'fin-x' },
  { id: '035', at: `${transaction}/PmtId/InstrId?`, kind: 'charset', charset: 'fin-x' },
  { id: '036', at: `${transfer}/**/Nm`, kind: 'charset', charset: 'fin-x' },
  { id: '037', at: `${transfer}/**/Ustrd`, kind: 'charset', charset: 'fin-x' },
];

const amountRules: readonly UnsourcedRule[] = [
  {
    id: '040',
    at: `${transaction}/IntrBkSttlmAmt`,
    kind: 'amount',
    currencies: ['EUR'],
    min: '0.01',
    max: '999999999.99',
  },
  { id: '041', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
  { id: '042', at: 'PmtRtr/TxInf/RtrdIntrBkSttlmAmt', kind: 'amount', currencies: ['EUR'], min: '0.01' },
];

function addressRule(id: string, forms: readonly AddressForm[]): UnsourcedRule {
  return { id, at: `${transfer}/**/PstlAdr`, kind: 'address', forms, maxLines: 2, maxLineLength: 70 };
}
