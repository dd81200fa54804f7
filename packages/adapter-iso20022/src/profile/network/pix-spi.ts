import type { NetworkProfile } from '../network-profile.ts';
import { sourced } from './sourced.ts';

const transfer = 'FIToFICstmrCdtTrf';
const transaction = `${transfer}/CdtTrfTxInf`;
const party = 'FIId/FinInstnId/Othr/Id';
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const participant = '[0-9A-Z]{8}';
const messageIdPattern = 'M[0-9A-Z]{8}[A-Za-z0-9]{23}';
const endToEndPattern = 'E[0-9A-Z]{8}\\d{12}[A-Za-z0-9]{11}';
const launch = '2020-11-16';

/** SPI, the instant payment system of the Banco Central do Brasil, behind Pix. Its catalogue is public. */
export const pixSpi: NetworkProfile = {
  id: 'pix-spi',
  name: 'Pix, Sistema de Pagamentos Instantâneos',
  asOf: '2026-11-23',
  sources: {
    catalogue: {
      title: 'Banco Central do Brasil, catalogue of SPI messages 5.13.1',
      url: 'https://www.bcb.gov.br/content/estabilidadefinanceira/cedsfn/Catalogos/spi.5.13.1.zip',
      date: '2026',
    },
    messages: {
      title: 'bacen/pix-perguntas-e-respostas, real messages of participants (issues 66, 212, 330)',
      url: 'https://github.com/bacen/pix-perguntas-e-respostas/issues/66',
      date: '2020-11-16',
    },
    times: {
      title: 'Banco Central do Brasil, Manual de Tempos do Pix: 40 seconds to settle',
      url: 'https://www.bcb.gov.br/content/estabilidadefinanceira/pix/Regulamento_Pix/IX_ManualdeTemposdoPix.pdf',
      date: '2020-09-01',
    },
    resend: {
      title: 'bacen/pix-perguntas-e-respostas, sending a pacs.008 again (issue 442)',
      url: 'https://github.com/bacen/pix-perguntas-e-respostas/issues/442',
      date: '2020-12-10',
    },
  },
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    return: 'pacs.004.001.09',
    notification: 'camt.054.001.08',
    statement: 'camt.053.001.08',
  },
  header: {
    message: 'head.001.001.01',
    networkParty: '00038166',
    party: 'other',
    definitions: {
      'pacs.008.001.08': 'pacs.008.spi.1.16',
      'pacs.002.001.10': 'pacs.002.spi.1.17',
      'pacs.004.001.09': 'pacs.004.spi.1.5',
    },
  },
  envelope: {
    kind: 'one_namespace',
    root: 'Envelope',
    namespaces: {
      'pacs.008.001.08': 'https://www.bcb.gov.br/pi/pacs.008/1.16',
      'pacs.002.001.10': 'https://www.bcb.gov.br/pi/pacs.002/1.17',
      'pacs.004.001.09': 'https://www.bcb.gov.br/pi/pacs.004/1.5',
    },
  },
  identifiers: {
    messageId: {
      parts: [
        { part: 'literal', text: 'M' },
        { part: 'party', length: 8 },
        { part: 'reference', length: 23, alphabet: 'alphanumeric' },
      ],
      pattern: messageIdPattern,
    },
    businessMessageId: 'same',
    endToEndId: {
      parts: [
        { part: 'literal', text: 'E' },
        { part: 'party', length: 8 },
        { part: 'date', format: 'yyyymmddhhmm' },
        { part: 'reference', length: 11, alphabet: 'alphanumeric' },
      ],
      pattern: endToEndPattern,
    },
    returnId: {
      parts: [
        { part: 'literal', text: 'D' },
        { part: 'party', length: 8 },
        { part: 'date', format: 'yyyymmddhhmm' },
        { part: 'reference', length: 11, alphabet: 'alphanumeric' },
      ],
      pattern: 'D[0-9A-Z]{8}\\d{12}[A-Za-z0-9]{11}',
    },
    instructionId: 'unused',
    transactionId: 'unused',
    // What a report names has room for so many.
    keyOctets: 8,
    uetr: 'unused',
    timeZone: 'UTC',
  },
  times: 'utc',
  members: { kind: 'clearing_member', system: 'BRISP', writesSystem: false, pattern: participant },
  settlement: { methods: ['CLRG'], date: 'unused', agents: false },
  paymentType: {
    serviceLevel: { kind: 'Prtry', values: ['PAGPRI', 'PAGAGD', 'PAGFRD'] },
    instructionPriority: ['HIGH', 'NORM'],
    purpose: { kind: 'Cd', values: ['IPAY', 'GSCB', 'OTHR', 'REFU', 'IPRT'] },
    level: 'group',
    chargeBearers: ['SLEV'],
  },
  money: { currencies: ['BRL'] },
  text: { references: 'alphanumeric', names: 'any', policy: 'refuse' },
  clock: { settleByMs: 40_000, from: 'accepted' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'new_id' },
  statuses: {},
  returnReason: 'MD06',
  reasons: { DS27: { kind: 'decline', reason: 'invalid_account' } },
  signature: {
    // It covers the key, the header and the document by themselves, and is put in by the channel.
    place: 'transport',
    required: true,
    algorithms: ['rsa-sha256'],
  },
  rules: [
    ...sourced({ source: 'messages', since: launch }, [
      { id: 'PIX-001', at: `AppHdr/Fr/${party}`, kind: 'pattern', pattern: participant },
      { id: 'PIX-002', at: `AppHdr/To/${party}`, kind: 'pattern', pattern: participant },
      { id: 'PIX-003', at: 'AppHdr/BizMsgIdr', kind: 'pattern', pattern: messageIdPattern },
      { id: 'PIX-004', at: 'AppHdr/BizMsgIdr', kind: 'same', as: '*/GrpHdr/MsgId' },
      { id: 'PIX-005', at: 'AppHdr/MsgDefIdr', kind: 'pattern', pattern: '[a-z]{4}\\.\\d{3}\\.spi\\.\\d+\\.\\d+' },
      { id: 'PIX-006', at: 'AppHdr/CreDt', kind: 'pattern', pattern: '.*Z' },
      { id: 'PIX-010', at: `${transfer}/GrpHdr/MsgId`, kind: 'pattern', pattern: messageIdPattern },
      { id: 'PIX-011', at: `${transfer}/GrpHdr/SttlmInf/SttlmMtd`, kind: 'equals', value: 'CLRG' },
      { id: 'PIX-012', at: transaction, kind: 'count', min: 1, max: 10 },
      { id: 'PIX-013', at: `${transfer}/GrpHdr/NbOfTxs`, kind: 'pattern', pattern: '[1-9]|10' },
      { id: 'PIX-014', at: `${transaction}/PmtId/EndToEndId`, kind: 'pattern', pattern: endToEndPattern },
      { id: 'PIX-015', at: `${transaction}/IntrBkSttlmAmt`, kind: 'amount', currencies: ['BRL'], min: '0.01' },
      { id: 'PIX-016', at: `${transaction}/IntrBkSttlmAmt`, kind: 'decimals' },
    ]),
    ...sourced({ source: 'catalogue', since: launch }, [
      { id: 'PIX-020', at: `${transfer}/GrpHdr/PmtTpInf/InstrPrty`, kind: 'oneOf', values: ['HIGH', 'NORM'] },
      {
        id: 'PIX-021',
        at: `${transfer}/GrpHdr/PmtTpInf/SvcLvl/Prtry`,
        kind: 'oneOf',
        values: ['PAGPRI', 'PAGAGD', 'PAGFRD'],
      },
      { id: 'PIX-022', at: `${transaction}/ChrgBr`, kind: 'equals', value: 'SLEV' },
      { id: 'PIX-023', at: `${transaction}/DbtrAgt/${member}`, kind: 'pattern', pattern: participant },
      { id: 'PIX-024', at: `${transaction}/CdtrAgt/${member}`, kind: 'pattern', pattern: participant },
      { id: 'PIX-025', at: `${transaction}/Dbtr/Nm`, kind: 'maxLength', max: 140 },
      { id: 'PIX-026', at: `${transaction}/PmtId/TxId?`, kind: 'pattern', pattern: '[A-Za-z0-9]{1,35}' },
      {
        id: 'PIX-027',
        at: `${transaction}/Purp/Cd`,
        kind: 'oneOf',
        values: ['IPAY', 'GSCB', 'OTHR', 'REFU', 'IPRT'],
      },
      {
        id: 'PIX-040',
        at: 'FIToFIPmtStsRpt/TxInfAndSts/TxSts',
        kind: 'oneOf',
        values: ['ACSP', 'ACSC', 'ACCC', 'RJCT'],
      },
      {
        id: 'PIX-041',
        at: 'PmtRtr/TxInf/RtrId',
        kind: 'pattern',
        pattern: 'D[0-9A-Z]{8}\\d{12}[A-Za-z0-9]{11}',
      },
      { id: 'PIX-042', at: 'PmtRtr/TxInf/RtrRsnInf/Rsn/Cd', kind: 'oneOf', values: ['BE08', 'FR01', 'MD06', 'SL02'] },
    ]),
    ...sourced({ source: 'times', since: launch }, [
      { id: 'PIX-028', at: `${transaction}/AccptncDtTm`, kind: 'pattern', pattern: '.*Z' },
    ]),
  ],
};
