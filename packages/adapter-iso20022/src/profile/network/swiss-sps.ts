import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const initiation = 'CstmrCdtTrfInitn';
const transaction = `${initiation}/PmtInf/CdtTrfTxInf`;
const reference = '(?!/)(?!.*//).*[^/]';
const start = '2022-11-18';
const addressSince = '2026-11-14';

/** The Swiss Payment Standards between a customer and its bank. A status report answers; there is no inquiry message. */
export const swissSps: NetworkProfile = {
  id: 'swiss-sps',
  name: 'Swiss Payment Standards',
  asOf: '2026-11-23',
  sources: {
    guidelines: {
      title: 'SIX, Swiss implementation guidelines for customer credit transfers (pain.001), version 2.0.1',
      url: 'https://vdocument.in/swiss-payment-standards-2022.html',
      date: '2022-11-18',
    },
    changes: {
      title: 'SIX, delta document from SPS 2025 to SPS 2026, version 1.0',
      url: 'https://www.six-group.com/dam/download/banking-services/standardization/sps/ig-delta-guide-sps2026-en.pdf',
      date: '2026-05-18',
    },
    versions: {
      title: 'paymentstandards.ch, end of the parallel use of message versions in November 2025',
      url: 'https://www.paymentstandards.ch/en/home/roadmap.html',
      date: '2025-11',
    },
  },
  messages: {
    creditTransfer: 'pain.001.001.09',
    status: 'pain.002.001.10',
    recall: 'camt.055.001.09',
    recallAnswer: 'camt.029.001.09',
    notification: 'camt.054.001.08',
    statement: 'camt.053.001.08',
  },
  envelope: { kind: 'none' },
  identifiers: {
    messageId: {
      parts: [
        { part: 'date', format: 'yyyymmdd' },
        { part: 'reference', length: 24, alphabet: 'alphanumeric' },
      ],
      pattern: '(?!/)(?!.*//).{0,34}[^/]',
    },
    businessMessageId: 'same',
    uetr: 'optional',
    timeZone: 'Europe/Zurich',
  },
  members: { kind: 'bic' },
  settlement: { methods: [] },
  paymentType: { chargeBearers: ['SLEV', 'SHAR', 'DEBT', 'CRED'] },
  money: {},
  text: { references: 'fin-x', names: 'sps-latin', policy: 'refuse' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'new_id' },
  statuses: {},
  reasons: {},
  signature: { place: 'transport', required: true, algorithms: ['rsa-sha256'], certainty: 'assumed' },
  rules: [
    ...sourced({ source: 'guidelines', since: start }, [
      { id: 'SPS-001', at: 'AppHdr?', kind: 'absent' },
      { id: 'SPS-010', at: `${initiation}/GrpHdr/MsgId`, kind: 'charset', charset: 'fin-x' },
      { id: 'SPS-011', at: `${initiation}/GrpHdr/MsgId`, kind: 'pattern', pattern: reference },
      { id: 'SPS-012', at: `${initiation}/PmtInf/PmtInfId`, kind: 'charset', charset: 'fin-x' },
      { id: 'SPS-013', at: `${transaction}/PmtId/InstrId?`, kind: 'charset', charset: 'fin-x' },
      { id: 'SPS-014', at: `${transaction}/PmtId/EndToEndId`, kind: 'charset', charset: 'fin-x' },
      { id: 'SPS-015', at: `${transaction}/PmtId/EndToEndId`, kind: 'pattern', pattern: reference },
      { id: 'SPS-016', at: `${initiation}/PmtInf/PmtMtd`, kind: 'oneOf', values: ['TRF', 'CHK'] },
      { id: 'SPS-017', at: `${initiation}/PmtInf/DbtrAcct/Id/IBAN`, kind: 'checksum', checksum: 'iban' },
      { id: 'SPS-018', at: `${initiation}/PmtInf/DbtrAgt/FinInstnId/BICFI?`, kind: 'checksum', checksum: 'bic' },
      { id: 'SPS-019', at: transaction, kind: 'count', min: 1, max: 99_999 },
      { id: 'SPS-021', at: `${transaction}/Amt/InstdAmt?`, kind: 'decimals' },
      { id: 'SPS-023', at: '**/Nm', kind: 'charset', charset: 'sps-latin' },
      { id: 'SPS-024', at: '**/Ustrd', kind: 'charset', charset: 'sps-latin' },
      { id: 'SPS-025', at: `${transaction}/RmtInf?/Ustrd?`, kind: 'count', min: 0, max: 1 },
      { id: 'SPS-026', at: `${initiation}/**/CdtrAcct/Id/IBAN`, kind: 'checksum', checksum: 'iban' },
    ]),
    ...sourced({ source: 'guidelines', since: start, certainty: 'assumed' }, [
      { id: 'SPS-020', at: `${transaction}/Amt/InstdAmt?`, kind: 'amount', min: '0.01', max: '9999999999.99' },
      { id: 'SPS-022', at: `${transaction}/Cdtr/Nm`, kind: 'maxLength', max: 70 },
    ]),
    ...sourced({ source: 'changes', since: addressSince }, [
      {
        id: 'SPS-050',
        at: `${initiation}/**/PstlAdr`,
        kind: 'address',
        forms: ['structured', 'hybrid'],
        maxLines: 2,
        maxLineLength: 70,
      },
    ]),
  ],
};
