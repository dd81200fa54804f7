import type { IdentifierFormat } from '../identifier-format.ts';
import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
const report = 'FIToFIPmtStsRpt';
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const instructionIdPattern = '\\d{8}[A-Z0-9]{11}B[A-Z0-9]{4}\\d{11}';
/** A message has room for 52 bits, an instruction for 57: together they carry a key, and every report names both. */
const messageOctets = [0, 6] as const;
const instructionId: IdentifierFormat = {
  parts: [
    { part: 'date', format: 'yyyymmdd' },
    { part: 'party', length: 11 },
    { part: 'literal', text: 'B' },
    { part: 'reference', length: 4, alphabet: 'upper' },
    { part: 'reference', length: 11, alphabet: 'digits' },
  ],
  octets: [6, 13],
  pattern: instructionIdPattern,
};
const paymentType = {
  serviceLevel: { kind: 'Cd', values: ['SDVA'] },
  localInstrument: { kind: 'Prtry', values: ['STANDARD', 'INTERMEDIARY', 'ZELLE', 'IXB'] },
  categoryPurpose: { kind: 'Prtry', values: ['CONSUMER', 'BUSINESS'] },
} as const;
const schemaDate = '2022-01-01';

/** The RTP network of The Clearing House. Its operating rules are not public: the clock is assumed. */
export const rtp: NetworkProfile = {
  id: 'rtp',
  name: 'RTP network of The Clearing House',
  asOf: '2026-11-23',
  sources: {
    schema: {
      title: 'moov-io/rtp20022, models and samples of the RTP message set',
      url: 'https://github.com/moov-io/rtp20022',
      date: '2022',
    },
    resend: {
      title: 'Oracle Banking Payments 14.8, US Real-Time Payments User Guide, 1.2.5',
      url: 'https://docs.oracle.com/en/industries/financial-services/banking-payments/14.8.1.0.0/urtpu/non-receipt-status-message-pacs-002.html',
      date: '2025-04',
    },
    settlement: {
      title: 'TabaPay, RTP edge cases',
      url: 'https://developers.tabapay.com/docs/rtp-edge-cases',
      date: '2025',
    },
    limit: {
      title: 'The Clearing House, RTP limit of USD 10 million (ePayResources)',
      url: 'https://epayresources.org/Areas-of-Expertise/Audit-Compliance/rtp-transaction-limit-to-increase-in-2025',
      date: '2025-02-09',
    },
  },
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    // A recall names the clearing's reference of the payment, an inquiry when and by which bank it was accepted: neither is kept.
    requestToPay: 'pain.013.001.07',
    requestAnswer: 'pain.014.001.07',
  },
  header: { message: 'head.001.001.01' },
  envelope: {
    kind: 'replacing',
    namespace: 'urn:tch',
    root: 'Message',
    elements: {
      'pacs.008.001': 'CreditTransfer',
      'pacs.002.001': 'MessageStatusReport',
      'camt.056.001': 'ReturnOfFunds',
      'pain.013.001': 'PaymentRequest',
      'pain.014.001': 'ResponsePaymentRequest',
      'admi.002.001': 'MessageReject',
    },
  },
  identifiers: {
    messageId: {
      parts: [
        { part: 'literal', text: 'M' },
        { part: 'date', format: 'yyyymmdd' },
        { part: 'party', length: 11 },
        { part: 'literal', text: 'B' },
        { part: 'reference', length: 3, alphabet: 'upper' },
        { part: 'reference', length: 11, alphabet: 'digits' },
      ],
      octets: messageOctets,
      pattern: 'M\\d{8}[A-Z0-9]{11}B[A-Z0-9]{3}\\d{11}',
    },
    businessMessageId: {
      parts: [
        { part: 'literal', text: 'B' },
        { part: 'date', format: 'yyyymmdd' },
        { part: 'party', length: 11 },
        { part: 'literal', text: 'B' },
        { part: 'reference', length: 3, alphabet: 'upper' },
        { part: 'reference', length: 11, alphabet: 'digits' },
      ],
      octets: messageOctets,
      pattern: 'B\\d{8}[A-Z0-9]{11}B[A-Z0-9]{3}\\d{11}',
    },
    instructionId,
    transactionId: instructionId,
    uetr: 'optional',
    timeZone: 'America/New_York',
  },
  times: 'local',
  members: {
    kind: 'clearing_member',
    system: 'USABA',
    writesSystem: false,
    pattern: '[A-Z0-9]{11}',
    documentLength: 9,
  },
  settlement: { methods: ['CLRG'], clearingSystem: { kind: 'Cd', value: 'TCH' }, date: 'group' },
  paymentType: { ...paymentType, chargeBearers: ['SLEV'] },
  money: { currencies: ['USD'], max: '10000000.00' },
  text: { references: 'alphanumeric', names: 'printable-ascii', policy: 'refuse' },
  // Its addresses have to name a state.
  addresses: false,
  requests: { paymentType, initiator: 'member', expiresAfterMs: 5 * 24 * 60 * 60 * 1_000, certainty: 'assumed' },
  clock: { settleByMs: 15_000, from: 'header_created', certainty: 'assumed' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'new_id' },
  // The network settles when the receiver accepts, and passes the receiver's own status on.
  statuses: { ACTC: 'settled' },
  reasons: { TM01: { kind: 'timeout' }, DS24: { kind: 'timeout' } },
  signature: {
    place: 'app_header',
    required: true,
    algorithms: ['rsa-sha256'],
  },
  rules: [
    ...sourced({ source: 'schema', since: schemaDate }, [
      { id: 'RTP-001', at: 'AppHdr/BizMsgIdr', kind: 'pattern', pattern: 'B\\d{8}[A-Z0-9]{11}B[A-Z0-9]{3}\\d{11}' },
      { id: 'RTP-002', at: `AppHdr/Fr/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{11}' },
      { id: 'RTP-003', at: `AppHdr/To/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{11}' },
      {
        id: 'RTP-010',
        at: `${transfer}/GrpHdr/MsgId`,
        kind: 'pattern',
        pattern: 'M\\d{8}[A-Z0-9]{11}B[A-Z0-9]{3}\\d{11}',
      },
      { id: 'RTP-011', at: `${transfer}/GrpHdr/NbOfTxs`, kind: 'equals', value: '1' },
      { id: 'RTP-012', at: `${transfer}/GrpHdr/TtlIntrBkSttlmAmt`, kind: 'required' },
      { id: 'RTP-013', at: `${transfer}/GrpHdr/IntrBkSttlmDt`, kind: 'required' },
      { id: 'RTP-014', at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`, kind: 'equals', value: 'CLRG' },
      { id: 'RTP-015', at: `${transfer}/GrpHdr/SttlmInf/ClrSys/Cd`, kind: 'equals', value: 'TCH' },
      { id: 'RTP-016', at: `${transaction}/PmtId/InstrId`, kind: 'pattern', pattern: instructionIdPattern },
      { id: 'RTP-017', at: `${transaction}/PmtId/TxId`, kind: 'pattern', pattern: instructionIdPattern },
      { id: 'RTP-018', at: `${transaction}/PmtTpInf/SvcLvl/Cd`, kind: 'equals', value: 'SDVA' },
      {
        id: 'RTP-019',
        at: `${transaction}/PmtTpInf/LclInstrm/Prtry`,
        kind: 'oneOf',
        values: ['STANDARD', 'INTERMEDIARY', 'ZELLE', 'IXB'],
      },
      { id: 'RTP-020', at: `${transaction}/PmtTpInf/CtgyPurp/Prtry`, kind: 'oneOf', values: ['CONSUMER', 'BUSINESS'] },
      { id: 'RTP-021', at: `${transaction}/ChrgBr`, kind: 'equals', value: 'SLEV' },
      { id: 'RTP-022', at: `${transaction}/InstgAgt/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'RTP-023', at: `${transaction}/InstdAgt/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'RTP-024', at: `${transaction}/DbtrAcct/Id/Othr/Id`, kind: 'required' },
      { id: 'RTP-025', at: `${transaction}/CdtrAcct/Id/Othr/Id`, kind: 'required' },
      { id: 'RTP-026', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
      { id: 'RTP-027', at: transaction, kind: 'count', min: 1, max: 1 },
      { id: 'RTP-040', at: `${report}/OrgnlGrpInfAndSts/OrgnlMsgId`, kind: 'required' },
      { id: 'RTP-041', at: `${report}/OrgnlGrpInfAndSts/OrgnlNbOfTxs`, kind: 'equals', value: '1' },
      { id: 'RTP-042', at: `${report}/TxInfAndSts/OrgnlInstrId`, kind: 'required' },
      { id: 'RTP-043', at: `${report}/TxInfAndSts/TxSts`, kind: 'oneOf', values: ['ACTC', 'ACWP', 'RCVD', 'RJCT'] },
      { id: 'RTP-044', at: `${report}/TxInfAndSts/AccptncDtTm`, kind: 'required' },
    ]),
    ...sourced({ source: 'resend', since: schemaDate }, [
      { id: 'RTP-004', at: 'AppHdr/CpyDplct?', kind: 'equals', value: 'DUPL' },
    ]),
    ...sourced({ source: 'limit', since: '2025-02-09' }, [
      {
        id: 'RTP-060',
        at: `${transaction}/IntrBkSttlmAmt`,
        kind: 'amount',
        currencies: ['USD'],
        min: '0.01',
        max: '10000000.00',
      },
    ]),
  ],
};
