import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const messageIdPattern = '\\d{8}[A-Z0-9]{9}[A-Za-z0-9]{1,18}';
const launch = '2023-07-20';

/** FedNow, the instant payments of the Federal Reserve Banks. Error codes and the signature are not public. */
export const fednow: NetworkProfile = {
  id: 'fednow',
  name: 'FedNow Service',
  asOf: '2026-11-23',
  sources: {
    procedures: {
      title: 'Federal Reserve Banks, FedNow Service Operating Procedures',
      url: 'https://www.frbservices.org/resources/rules-regulations',
      date: '2024-10',
    },
    samples: {
      title: 'moov-io/fednow20022, official sample messages and their models',
      url: 'https://github.com/moov-io/fednow20022',
      date: '2024',
    },
    firstLimit: {
      title: 'Federal Reserve Financial Services, press release on the limit of USD 1 million',
      url: 'https://frbservices.org/news/press-releases/062425-fednow-service-launches-new-risk-mitigation-features',
      date: '2025-06-24',
    },
    limit: {
      title: 'Digital Transactions, FedNow announces a USD 10 million transaction limit for November',
      url: 'https://www.digitaltransactions.net/fednow-announces-a-10-million-transaction-limit-set-for-november',
      date: '2025-09',
    },
  },
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    return: 'pacs.004.001.10',
    inquiry: 'pacs.028.001.03',
    recall: 'camt.056.001.08',
    recallAnswer: 'camt.029.001.09',
    requestToPay: 'pain.013.001.07',
    requestAnswer: 'pain.014.001.07',
    notification: 'camt.054.001.08',
    statement: 'camt.052.001.08',
  },
  header: {
    message: 'head.001.001.02',
    marketPractice: {
      registry: 'www2.swift.com/mystandards/#/group/Federal_Reserve_Financial_Services/FedNow_Service',
      id: 'frb.fednow.01',
    },
    networkParty: '021150706',
  },
  envelope: {
    kind: 'network',
    namespace: 'urn:fednow:incoming:v001',
    root: 'FedNowIncoming',
    list: 'FedNowIncomingMessage',
    wrappers: {
      'pacs.008.001': 'FedNowCustomerCreditTransfer',
      'pacs.002.001': 'FedNowPaymentStatus',
      'pacs.004.001': 'FedNowPaymentReturn',
      'pacs.028.001': 'FedNowPaymentStatusRequest',
      'camt.056.001': 'FedNowReturnRequest',
      'camt.029.001': 'FedNowReturnRequestResponse',
      'pain.013.001': 'FedNowRequestForPayment',
      'pain.014.001': 'FedNowRequestForPaymentResponse',
      'admi.002.001': 'FedNowMessageReject',
      'admi.007.001': 'FedNowReceiptAcknowledgement',
    },
    received: { namespace: 'urn:fednow:outgoing:v001', root: 'FedNowOutgoing', list: 'FedNowOutgoingMessage' },
  },
  identifiers: {
    messageId: {
      parts: [
        { part: 'date', format: 'yyyymmdd' },
        { part: 'party', length: 9 },
        { part: 'reference', length: 18, alphabet: 'alphanumeric' },
      ],
      pattern: messageIdPattern,
    },
    businessMessageId: 'same',
    uetr: 'optional',
    timeZone: 'America/New_York',
  },
  members: { kind: 'clearing_member', system: 'USABA', pattern: '\\d{9}' },
  settlement: { methods: ['CLRG'], clearingSystem: { kind: 'Cd', value: 'FDN' } },
  paymentType: {
    localInstrument: { kind: 'Prtry', values: ['FDNA'] },
    categoryPurpose: { kind: 'Prtry', values: ['CONS', 'BIZZ'] },
    chargeBearers: ['SLEV'],
  },
  money: { currencies: ['USD'], max: '10000000.00' },
  text: { references: 'alphanumeric', names: 'printable-ascii', policy: 'refuse' },
  clock: { settleByMs: 20_000, from: 'header_created', inquireAfterMs: 25_000 },
  recovery: { onSilence: 'inquire', onNotFound: 'resend_same_id', onTimeoutReject: 'new_id' },
  statuses: {},
  reasons: { TM01: { kind: 'timeout' } },
  signature: {
    place: 'transport',
    required: true,
    algorithms: ['rsa-sha256', 'ecdsa-p256-sha256'],
    certainty: 'assumed',
  },
  rules: [
    ...sourced({ source: 'samples', since: launch }, [
      { id: 'FDN-001', at: 'AppHdr/MktPrctc/Id', kind: 'pattern', pattern: 'frb\\.fednow(?:\\.[a-z]{3})?\\.01' },
      { id: 'FDN-002', at: 'AppHdr/CreDt', kind: 'pattern', pattern: '.*(?:Z|[+-]\\d{2}:\\d{2})' },
      { id: 'FDN-003', at: `AppHdr/Fr/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'FDN-004', at: `AppHdr/To/FIId/${member}`, kind: 'pattern', pattern: '[A-Z0-9]{9}' },
      { id: 'FDN-010', at: `${transfer}/GrpHdr/NbOfTxs`, kind: 'equals', value: '1' },
      { id: 'FDN-011', at: transaction, kind: 'count', min: 1, max: 1 },
      { id: 'FDN-012', at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`, kind: 'equals', value: 'CLRG' },
      { id: 'FDN-013', at: `${transfer}/GrpHdr/SttlmInf/ClrSys/Cd`, kind: 'equals', value: 'FDN' },
      { id: 'FDN-014', at: `${transaction}/PmtTpInf/LclInstrm/Prtry`, kind: 'equals', value: 'FDNA' },
      { id: 'FDN-015', at: `${transaction}/PmtTpInf/CtgyPurp/Prtry`, kind: 'required' },
      { id: 'FDN-016', at: `${transaction}/IntrBkSttlmDt`, kind: 'required' },
      { id: 'FDN-017', at: `${transaction}/ChrgBr`, kind: 'equals', value: 'SLEV' },
      { id: 'FDN-018', at: `${transaction}/InstgAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDN-019', at: `${transaction}/InstdAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDN-020', at: `${transaction}/DbtrAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDN-021', at: `${transaction}/CdtrAgt/${member}`, kind: 'checksum', checksum: 'aba' },
      { id: 'FDN-022', at: '**/ClrSysMmbId/ClrSysId/Cd', kind: 'equals', value: 'USABA' },
      { id: 'FDN-023', at: `${transaction}/DbtrAcct/Id`, kind: 'required' },
      { id: 'FDN-024', at: `${transaction}/CdtrAcct/Id`, kind: 'required' },
      { id: 'FDN-025', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
      { id: 'FDN-040', at: 'PmtRtr/GrpHdr/SttlmInf/ClrSys/Cd', kind: 'equals', value: 'FDN' },
      { id: 'FDN-041', at: 'PmtRtr/GrpHdr/NbOfTxs', kind: 'equals', value: '1' },
      { id: 'FDN-050', at: 'FIToFIPmtStsRpt/TxInfAndSts', kind: 'count', min: 1, max: 1 },
    ]),
    ...sourced({ source: 'samples', since: launch, certainty: 'assumed' }, [
      { id: 'FDN-005', at: 'AppHdr/BizMsgIdr', kind: 'same', as: '*/GrpHdr/MsgId' },
    ]),
    ...sourced({ source: 'procedures', since: launch }, [
      { id: 'FDN-030', at: `${transfer}/GrpHdr/MsgId`, kind: 'pattern', pattern: messageIdPattern },
      { id: 'FDN-031', at: 'PmtRtr/GrpHdr/MsgId', kind: 'pattern', pattern: messageIdPattern },
      { id: 'FDN-032', at: 'FIToFIPmtStsReq/GrpHdr/MsgId', kind: 'pattern', pattern: messageIdPattern },
      { id: 'FDN-033', at: 'FIToFIPmtCxlReq/Assgnmt/Id', kind: 'pattern', pattern: messageIdPattern },
      { id: 'FDN-034', at: 'FIToFIPmtStsReq/TxInf', kind: 'count', min: 1, max: 1 },
      { id: 'FDN-035', at: 'FIToFIPmtStsReq/TxInf/OrgnlGrpInf/OrgnlMsgId', kind: 'required' },
    ]),
    ...sourced({ source: 'firstLimit', since: '2025-06-24', until: '2025-10-31' }, [
      {
        id: 'FDN-060',
        at: `${transaction}/IntrBkSttlmAmt`,
        kind: 'amount',
        currencies: ['USD'],
        min: '0.01',
        max: '1000000.00',
      },
    ]),
    ...sourced({ source: 'limit', since: '2025-11-01' }, [
      {
        id: 'FDN-061',
        at: `${transaction}/IntrBkSttlmAmt`,
        kind: 'amount',
        currencies: ['USD'],
        min: '0.01',
        max: '10000000.00',
      },
    ]),
  ],
};
