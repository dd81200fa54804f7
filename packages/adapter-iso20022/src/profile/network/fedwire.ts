import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const accountabilityPattern = '\\d{8}[A-Z0-9]{8}\\d{6}';
const launch = '2025-07-14';
const addressSince = '2026-11-16';

/** The Fedwire Funds Service. The message identification of a value message is its IMAD. */
export const fedwire: NetworkProfile = {
  id: 'fedwire',
  name: 'Fedwire Funds Service',
  asOf: '2026-11-23',
  sources: {
    samples: {
      title: 'moov-io/fedwire20022, models of the Fedwire Funds Service messages',
      url: 'https://github.com/moov-io/fedwire20022',
      date: '2025',
    },
    builder: {
      title: 'PlinthRail, Fedwire message builder with profile-aware presets',
      url: 'https://www.plinthrail.com/fedwire/message-builder/',
      date: '2025',
    },
    questions: {
      title: 'Federal Reserve Financial Services, ISO 20022 format questions',
      url: 'https://frbservices.org/resources/financial-services/wires/faq/iso-20022/format',
      date: '2025',
    },
    addresses: {
      title: 'Federal Reserve Financial Services, November 2026 release frequently asked questions',
      url: 'https://www.frbservices.org/resources/financial-services/wires/iso-20022-implementation-center/november-release-faq',
      date: '2026-11-16',
    },
  },
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    // A return repeats the parties of the payment and of its own: commands do not have them.
    inquiry: 'pacs.028.001.03',
    recall: 'camt.056.001.08',
    recallAnswer: 'camt.029.001.09',
    requestToPay: 'pain.013.001.07',
    requestAnswer: 'pain.014.001.07',
    statement: 'camt.052.001.08',
  },
  header: {
    message: 'head.001.001.03',
    businessService: 'PROD',
    marketPractice: {
      registry: 'www2.swift.com/mystandards/#/group/Federal_Reserve_Financial_Services/Fedwire_Funds_Service',
      id: 'frb.fedwire.01',
    },
    networkParty: '021151080',
  },
  envelope: {
    kind: 'network',
    namespace: 'urn:fedwirefunds:incoming:v001',
    root: 'FedwireFundsIncoming',
    list: 'FedwireFundsIncomingMessage',
    wrappers: {
      'pacs.008.001': 'FedwireFundsCustomerCreditTransfer',
      'pacs.002.001': 'FedwireFundsPaymentStatus',
      'pacs.004.001': 'FedwireFundsPaymentReturn',
      'pacs.028.001': 'FedwireFundsPaymentStatusRequest',
      'camt.056.001': 'FedwireFundsReturnRequest',
      'camt.029.001': 'FedwireFundsReturnRequestResponse',
      'pain.013.001': 'FedwireFundsDrawdownRequest',
      'pain.014.001': 'FedwireFundsDrawdownResponse',
      'admi.002.001': 'FedwireFundsMessageReject',
      'admi.007.001': 'FedwireFundsAcknowledgement',
    },
    received: {
      namespace: 'urn:fedwirefunds:outgoing:v001',
      root: 'FedwireFundsOutgoing',
      list: 'FedwireFundsOutgoingMessage',
    },
  },
  identifiers: {
    messageId: {
      parts: [
        { part: 'date', format: 'yyyymmdd' },
        { part: 'party', length: 8 },
        { part: 'sequence', length: 6 },
      ],
      pattern: accountabilityPattern,
    },
    businessMessageId: 'same',
    instructionId: {
      parts: [{ part: 'reference', length: 16, alphabet: 'alphanumeric' }],
      pattern: '.{1,16}',
    },
    uetr: 'mandatory',
    timeZone: 'America/New_York',
  },
  members: { kind: 'clearing_member', system: 'USABA', pattern: '\\d{9}' },
  settlement: { methods: ['CLRG'], clearingSystem: { kind: 'Cd', value: 'FDW' }, instructedAmount: true },
  requests: { paymentType: { localInstrument: { kind: 'Prtry', values: ['DRRC', 'DRRB'] } } },
  recalls: 'plain',
  inquiryAgents: 'transaction',
  paymentType: {
    localInstrument: { kind: 'Prtry', values: ['CTRC', 'CTRS', 'CTRD'] },
    chargeBearers: ['SLEV', 'SHAR', 'DEBT', 'CRED'],
  },
  money: { currencies: ['USD'], max: '9999999999.99' },
  text: { references: 'fin-x', names: 'printable-ascii', policy: 'refuse' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'manual' },
  statuses: {},
  reasons: {},
  signature: { place: 'transport', required: true, algorithms: ['rsa-sha256'], certainty: 'assumed' },
  rules: [
    ...sourced({ source: 'samples', since: launch }, [
      { id: 'FDW-001', at: 'AppHdr/MktPrctc/Id', kind: 'equals', value: 'frb.fedwire.01' },
      { id: 'FDW-002', at: `AppHdr/Fr/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'FDW-003', at: `AppHdr/To/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'FDW-004', at: 'AppHdr/Fr/FIId/FinInstnId/ClrSysMmbId/ClrSysId?', kind: 'absent' },
      { id: 'FDW-005', at: 'AppHdr/To/FIId/FinInstnId/ClrSysMmbId/ClrSysId?', kind: 'absent' },
      { id: 'FDW-010', at: `${transfer}/GrpHdr/MsgId`, kind: 'pattern', pattern: accountabilityPattern },
      { id: 'FDW-011', at: `${transfer}/GrpHdr/NbOfTxs`, kind: 'equals', value: '1' },
      { id: 'FDW-012', at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`, kind: 'equals', value: 'CLRG' },
      { id: 'FDW-013', at: `${transfer}/GrpHdr/SttlmInf/ClrSys/Cd`, kind: 'equals', value: 'FDW' },
      { id: 'FDW-014', at: transaction, kind: 'count', min: 1, max: 1 },
      { id: 'FDW-015', at: `${transaction}/InstgAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDW-016', at: `${transaction}/InstdAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDW-017', at: '**/ClrSysMmbId/ClrSysId/Cd', kind: 'equals', value: 'USABA' },
      { id: 'FDW-018', at: `${transaction}/IntrBkSttlmDt`, kind: 'required' },
      { id: 'FDW-019', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
      { id: 'FDW-026', at: `${transaction}/InstdAmt`, kind: 'required' },
      { id: 'FDW-030', at: 'FIToFIPmtCxlReq/Assgnmt/Id', kind: 'pattern', pattern: accountabilityPattern },
      { id: 'FDW-031', at: 'FIToFIPmtCxlReq/CtrlData?', kind: 'absent' },
      { id: 'FDW-032', at: 'FIToFIPmtCxlReq/Case', kind: 'required' },
      { id: 'FDW-033', at: 'FIToFIPmtCxlReq/Undrlyg/TxInf/CxlId?', kind: 'absent' },
      { id: 'FDW-034', at: 'FIToFIPmtCxlReq/Undrlyg/TxInf/OrgnlUETR', kind: 'required' },
      {
        id: 'FDW-035',
        at: 'FIToFIPmtStsReq/TxInf/OrgnlGrpInf/OrgnlMsgId',
        kind: 'pattern',
        pattern: accountabilityPattern,
      },
      { id: 'FDW-036', at: 'FIToFIPmtStsReq/TxInf/OrgnlUETR', kind: 'required' },
      { id: 'FDW-037', at: `FIToFIPmtStsReq/TxInf/InstgAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDW-038', at: `FIToFIPmtStsReq/TxInf/InstdAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDW-039', at: 'CdtrPmtActvtnReq/GrpHdr/MsgId', kind: 'pattern', pattern: accountabilityPattern },
      {
        id: 'FDW-042',
        at: 'CdtrPmtActvtnReq/PmtInf/CdtTrfTx/PmtTpInf/LclInstrm/Prtry',
        kind: 'oneOf',
        values: ['DRRC', 'DRRB'],
      },
      { id: 'FDW-043', at: 'CdtrPmtActvtnReq/PmtInf/CdtTrfTx/PmtId/UETR', kind: 'required' },
      { id: 'FDW-044', at: 'CdtrPmtActvtnReq/PmtInf/XpryDt?', kind: 'absent' },
      { id: 'FDW-040', at: 'PmtRtr/GrpHdr/SttlmInf/ClrSys/Cd', kind: 'equals', value: 'FDW' },
      { id: 'FDW-041', at: 'PmtRtr/GrpHdr/NbOfTxs', kind: 'equals', value: '1' },
    ]),
    ...sourced({ source: 'builder', since: launch, certainty: 'assumed' }, [
      { id: 'FDW-020', at: `${transaction}/PmtId/UETR`, kind: 'required' },
      { id: 'FDW-021', at: `${transaction}/PmtId/InstrId?`, kind: 'maxLength', max: 16 },
      { id: 'FDW-022', at: `${transaction}/PmtTpInf/LclInstrm/Prtry`, kind: 'oneOf', values: ['CTRC', 'CTRS', 'CTRD'] },
      { id: 'FDW-023', at: `${transaction}/ChrgBr`, kind: 'oneOf', values: ['SLEV', 'SHAR', 'DEBT', 'CRED'] },
      {
        id: 'FDW-024',
        at: `${transaction}/IntrBkSttlmAmt`,
        kind: 'amount',
        currencies: ['USD'],
        min: '0.01',
        max: '9999999999.99',
      },
    ]),
    ...sourced({ source: 'questions', since: launch }, [
      { id: 'FDW-025', at: `${transaction}/InstrForNxtAgt?`, kind: 'absent' },
    ]),
    ...sourced({ source: 'addresses', since: addressSince }, [
      {
        id: 'FDW-050',
        at: '**/PstlAdr',
        kind: 'address',
        forms: ['structured', 'hybrid'],
        maxLines: 2,
        maxLineLength: 70,
      },
    ]),
  ],
};
