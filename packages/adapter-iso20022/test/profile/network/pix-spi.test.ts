import { pixSpi } from '../../../src/profile/network/pix-spi.ts';
import { describeProfile, type RuleCase, type Sample } from '../support/profile-cases.ts';

const id = 'M92702067A1b2C3d4E5f6G7h8I9j0K1l';
const endToEnd = 'E92702067202611231515A1b2C3d4E5f';
const returnId = 'D92702067202611231515A1b2C3d4E5f';
const accepted = '2026-11-23T15:15:00.123Z';

function party(ispb: string): object {
  return { FIId: { FinInstnId: { Othr: { Id: ispb } } } };
}

function agent(ispb: string): object {
  return { FinInstnId: { ClrSysMmbId: { MmbId: ispb } } };
}

function sample(definition: string, document: object): Sample {
  const header = {
    Fr: party('92702067'),
    To: party('00038166'),
    BizMsgIdr: id,
    MsgDefIdr: 'pacs.008.spi.1.16',
    CreDt: accepted,
  };
  return { definition, header, document };
}

const groupHeader = { MsgId: id, CreDtTm: accepted };
const reais = (value: string): object => ({ Ccy: 'BRL', value });

const samples = {
  transfer: sample('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        ...groupHeader,
        NbOfTxs: '1',
        SttlmInf: { SttlmMtd: 'CLRG' },
        PmtTpInf: { InstrPrty: 'HIGH', SvcLvl: [{ Prtry: 'PAGPRI' }] },
      },
      CdtTrfTxInf: [
        {
          PmtId: { EndToEndId: endToEnd },
          IntrBkSttlmAmt: reais('51.74'),
          AccptncDtTm: accepted,
          ChrgBr: 'SLEV',
          Dbtr: { Nm: 'Ana Exemplo' },
          DbtrAgt: agent('92702067'),
          CdtrAgt: agent('99999A04'),
          Cdtr: {},
          Purp: { Cd: 'IPAY' },
        },
      ],
    },
  }),
  status: sample('pacs.002.001.10', {
    FIToFIPmtStsRpt: { GrpHdr: groupHeader, TxInfAndSts: [{ OrgnlEndToEndId: endToEnd, TxSts: 'ACSC' }] },
  }),
  return: sample('pacs.004.001.09', {
    PmtRtr: {
      GrpHdr: { ...groupHeader, NbOfTxs: '1', SttlmInf: { SttlmMtd: 'CLRG' } },
      TxInf: [{ RtrId: returnId, RtrdIntrBkSttlmAmt: reais('51.74'), RtrRsnInf: [{ Rsn: { Cd: 'MD06' } }] }],
    },
  }),
};

const group = 'document/FIToFICstmrCdtTrf/GrpHdr';
const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';
const participants = { good: ['99999A04'], bad: ['9999904', '99999a04', undefined] };

const cases: Record<string, RuleCase> = {
  'PIX-001': { at: 'header/Fr/FIId/FinInstnId/Othr/Id', ...participants },
  'PIX-002': { at: 'header/To/FIId/FinInstnId/Othr/Id', ...participants },
  'PIX-003': { at: 'header/BizMsgIdr', good: [id], bad: [id.slice(1), 'MSG-1', undefined] },
  'PIX-004': { at: 'header/BizMsgIdr', good: [id], bad: [`${id.slice(0, -1)}0`] },
  'PIX-005': { at: 'header/MsgDefIdr', good: ['camt.054.spi.1.5'], bad: ['pacs.008.001.08'] },
  'PIX-006': { at: 'header/CreDt', good: [accepted], bad: ['2026-11-23T15:15:00-03:00'] },
  'PIX-010': { at: `${group}/MsgId`, good: [id], bad: [endToEnd, 'MSG-1'] },
  'PIX-011': { at: `${group}/SttlmInf/SttlmMtd`, good: ['CLRG'], bad: ['INDA'] },
  'PIX-012': {
    at: 'document/FIToFICstmrCdtTrf/CdtTrfTxInf',
    good: [Array.from({ length: 10 }, () => ({}))],
    bad: [Array.from({ length: 11 }, () => ({})), undefined],
  },
  'PIX-013': { at: `${group}/NbOfTxs`, good: ['10'], bad: ['11', '0'] },
  'PIX-014': { at: `${transaction}/PmtId/EndToEndId`, good: [endToEnd], bad: [returnId, 'NOTPROVIDED'] },
  'PIX-015': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [reais('0.01')],
    bad: [reais('0.00'), { Ccy: 'USD', value: '1' }],
  },
  'PIX-016': { at: `${transaction}/IntrBkSttlmAmt`, good: [reais('1.5')], bad: [reais('1.505')] },
  'PIX-020': { at: `${group}/PmtTpInf/InstrPrty`, good: ['NORM'], bad: ['LOW', undefined] },
  'PIX-021': {
    at: `${group}/PmtTpInf/SvcLvl`,
    good: [[{ Prtry: 'PAGAGD' }], [{ Prtry: 'PAGFRD' }]],
    bad: [[{ Prtry: 'SEPA' }], [{ Cd: 'SEPA' }], undefined],
  },
  'PIX-022': { at: `${transaction}/ChrgBr`, good: ['SLEV'], bad: ['SHAR'] },
  'PIX-023': { at: `${transaction}/DbtrAgt/FinInstnId/ClrSysMmbId/MmbId`, ...participants },
  'PIX-024': { at: `${transaction}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId`, ...participants },
  'PIX-025': { at: `${transaction}/Dbtr/Nm`, good: ['ã'.repeat(140)], bad: ['ã'.repeat(141), undefined] },
  'PIX-026': { at: `${transaction}/PmtId/TxId`, good: [undefined, 'abc123'], bad: ['abc-123'] },
  'PIX-027': { at: `${transaction}/Purp/Cd`, good: ['GSCB', 'REFU'], bad: ['SALA', undefined] },
  'PIX-028': { at: `${transaction}/AccptncDtTm`, good: [accepted], bad: ['2026-11-23T12:15:00-03:00', undefined] },
  'PIX-040': {
    sample: 'status',
    at: 'document/FIToFIPmtStsRpt/TxInfAndSts/0/TxSts',
    good: ['ACSP', 'ACCC', 'RJCT'],
    bad: ['ACTC'],
  },
  'PIX-041': { sample: 'return', at: 'document/PmtRtr/TxInf/0/RtrId', good: [returnId], bad: [endToEnd, undefined] },
  'PIX-042': {
    sample: 'return',
    at: 'document/PmtRtr/TxInf/0/RtrRsnInf/0/Rsn/Cd',
    good: ['BE08', 'FR01', 'SL02'],
    bad: ['AC04'],
  },
};

describeProfile(pixSpi, samples, cases);
