import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
const reference = '(?!/)(?!.*//).*[^/]';
const start = '2025-11-22';
const addressSince = '2026-11-14';

/** CBPR+, the cross-border payments and reporting guidelines of Swift, as of the standards release of November 2026. */
export const cbprPlus: NetworkProfile = {
  id: 'cbpr-plus',
  name: 'Swift CBPR+',
  asOf: '2026-11-23',
  sources: {
    header: {
      title: 'Goldman Sachs Transaction Banking, pacs.008.001.08 CBPR+ details',
      url: 'https://developer.gs.com/docs/services/transaction-banking/cbpr+-pacs008',
      date: '2025',
    },
    rules: {
      title: 'iso20022-cbpr-ur, usage rules of CBPR+ for 2025 and 2026',
      url: 'https://github.com/phoughton/iso20022-cbpr-ur',
      date: '2026',
    },
    addresses: {
      title: 'J.P. Morgan, adoption of CBPR+ hybrid addresses',
      url: 'https://www.jpmorgan.com/payments/client-resource-center/channels/api',
      date: '2026-11-14',
    },
    hybrid: {
      title: 'Oracle Banking Payments 14.8.1, hybrid address of CBPR+ SR2025',
      url: 'https://docs.oracle.com/en/industries/financial-services/banking-payments-cloud-service/14.8.1.0.0/pcsrn/hybrid-address.html',
      date: '2025-11-22',
    },
  },
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    return: 'pacs.004.001.09',
    inquiry: 'pacs.028.001.03',
    recall: 'camt.056.001.08',
    recallAnswer: 'camt.029.001.09',
    notification: 'camt.054.001.08',
    statement: 'camt.053.001.08',
  },
  header: { message: 'head.001.001.02', businessService: 'swift.cbprplus.03' },
  envelope: { kind: 'network', namespace: 'urn:swift:xsd:envelope', root: 'Envelope' },
  identifiers: {
    messageId: {
      parts: [
        { part: 'date', format: 'yyyymmdd' },
        { part: 'reference', length: 24, alphabet: 'alphanumeric' },
      ],
      pattern: '(?!/)(?!.*//).{0,34}[^/]',
    },
    businessMessageId: 'same',
    instructionId: {
      parts: [{ part: 'reference', length: 16, alphabet: 'alphanumeric' }],
      pattern: '(?!/)(?!.*//).{0,15}[^/]',
    },
    uetr: 'mandatory',
    timeZone: 'UTC',
  },
  members: { kind: 'bic' },
  settlement: { methods: ['INDA', 'INGA', 'COVE'] },
  paymentType: { chargeBearers: ['SHAR', 'DEBT', 'CRED'] },
  money: {},
  text: { references: 'fin-x', names: 'printable-ascii', policy: 'refuse' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'manual' },
  statuses: {},
  reasons: {},
  signature: { place: 'transport', required: true, algorithms: ['rsa-sha256'], certainty: 'assumed' },
  rules: [
    ...sourced({ source: 'header', since: start }, [
      { id: 'CBP-001', at: 'AppHdr/Fr/FIId/FinInstnId/BICFI', kind: 'checksum', checksum: 'bic' },
      { id: 'CBP-002', at: 'AppHdr/To/FIId/FinInstnId/BICFI', kind: 'checksum', checksum: 'bic' },
      {
        id: 'CBP-004',
        at: 'AppHdr/BizSvc',
        kind: 'pattern',
        pattern: 'swift\\.cbprplus\\.(?:(?:stp|cov|adv)\\.)?0\\d',
      },
      { id: 'CBP-005', at: 'AppHdr/CreDt', kind: 'pattern', pattern: '.*[+-]\\d{2}:\\d{2}' },
      { id: 'CBP-010', at: `${transfer}/GrpHdr/NbOfTxs`, kind: 'equals', value: '1' },
      {
        id: 'CBP-012',
        at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`,
        kind: 'oneOf',
        values: ['INDA', 'INGA', 'COVE'],
      },
      { id: 'CBP-013', at: `${transaction}/PmtId/UETR`, kind: 'required' },
      { id: 'CBP-014', at: `${transaction}/PmtId/InstrId`, kind: 'maxLength', max: 16 },
      { id: 'CBP-015', at: `${transaction}/ChrgBr`, kind: 'oneOf', values: ['DEBT', 'CRED', 'SHAR'] },
      { id: 'CBP-018', at: `${transaction}/InstgAgt/FinInstnId/BICFI`, kind: 'checksum', checksum: 'bic' },
      { id: 'CBP-019', at: `${transaction}/InstdAgt/FinInstnId/BICFI`, kind: 'checksum', checksum: 'bic' },
      { id: 'CBP-020', at: `${transaction}/IntrBkSttlmDt`, kind: 'required' },
      { id: 'CBP-021', at: '*/GrpHdr?/MsgId', kind: 'charset', charset: 'fin-x' },
      { id: 'CBP-023', at: `${transaction}/PmtId/EndToEndId`, kind: 'charset', charset: 'fin-x' },
      { id: 'CBP-025', at: '**/Nm', kind: 'charset', charset: 'printable-ascii' },
      { id: 'CBP-026', at: '**/Ustrd', kind: 'charset', charset: 'printable-ascii' },
    ]),
    ...sourced({ source: 'rules', since: start }, [
      { id: 'CBP-003', at: 'AppHdr/BizMsgIdr', kind: 'same', as: '*/GrpHdr/MsgId' },
      { id: 'CBP-011', at: transaction, kind: 'count', min: 1, max: 1 },
      { id: 'CBP-016', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
      { id: 'CBP-017', at: `${transaction}/InstdAmt?`, kind: 'decimals' },
      { id: 'CBP-022', at: '*/GrpHdr?/MsgId', kind: 'pattern', pattern: reference },
      { id: 'CBP-024', at: `${transaction}/PmtId/InstrId?`, kind: 'pattern', pattern: reference },
      { id: 'CBP-040', at: 'FICdtTrf/CdtTrfTxInf/PmtId/UETR', kind: 'required' },
      { id: 'CBP-041', at: 'FIToFIPmtStsRpt/TxInfAndSts/OrgnlUETR', kind: 'required' },
      { id: 'CBP-042', at: 'FIToFIPmtStsRpt/TxInfAndSts', kind: 'count', min: 1, max: 1 },
      { id: 'CBP-043', at: 'PmtRtr/TxInf/OrgnlUETR', kind: 'required' },
      { id: 'CBP-044', at: 'PmtRtr/GrpHdr/NbOfTxs', kind: 'equals', value: '1' },
      { id: 'CBP-045', at: 'CstmrCdtTrfInitn/PmtInf', kind: 'count', min: 1, max: 1 },
      { id: 'CBP-046', at: 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf', kind: 'count', min: 1, max: 1 },
    ]),
    ...sourced({ source: 'hybrid', since: start }, [
      { id: 'CBP-050', at: `${transfer}/**/AdrLine`, kind: 'maxLength', max: 70 },
    ]),
    ...sourced({ source: 'addresses', since: addressSince }, [
      {
        id: 'CBP-051',
        at: `${transfer}/**/PstlAdr`,
        kind: 'address',
        forms: ['structured', 'hybrid'],
        maxLines: 2,
        maxLineLength: 70,
      },
      {
        id: 'CBP-052',
        at: 'CstmrCdtTrfInitn/**/PstlAdr',
        kind: 'address',
        forms: ['structured', 'hybrid'],
        maxLines: 2,
        maxLineLength: 70,
      },
      {
        id: 'CBP-053',
        at: 'FICdtTrf/**/PstlAdr',
        kind: 'address',
        forms: ['structured', 'hybrid'],
        maxLines: 2,
        maxLineLength: 70,
      },
    ]),
  ],
};
