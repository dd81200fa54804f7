import { fednow } from '../../../src/profile/network/fednow.ts';
import { describeProfile, type RuleCase, type Sample } from '../support/profile-cases.ts';
import { created, groupHeader, original, uetr, usAccount, usAgent, usParty } from '../support/samples.ts';

const id = '20261123021040078Kx81aZ';
const sender = '021040078';
const receiver = '021150706';

function header(definition: string): object {
  return {
    Fr: usParty(sender),
    To: usParty(receiver),
    BizMsgIdr: id,
    MsgDefIdr: definition,
    MktPrctc: { Regy: 'www2.swift.com/mystandards', Id: 'frb.fednow.01' },
    CreDt: created,
  };
}

function sample(definition: string, document: object): Sample {
  return { definition, header: header(definition), document };
}

const settlement = { SttlmMtd: 'CLRG', ClrSys: { Cd: 'FDN' } };
const agents = { InstgAgt: usAgent(sender), InstdAgt: usAgent('011104238') };

const samples = {
  transfer: sample('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: { ...groupHeader(id), NbOfTxs: '1', SttlmInf: settlement },
      CdtTrfTxInf: [
        {
          PmtId: { EndToEndId: 'INVOICE-51', UETR: uetr },
          PmtTpInf: { LclInstrm: { Prtry: 'FDNA' }, CtgyPurp: { Prtry: 'CONS' } },
          IntrBkSttlmAmt: { Ccy: 'USD', value: '51.74' },
          IntrBkSttlmDt: '2026-11-23',
          ChrgBr: 'SLEV',
          ...agents,
          Dbtr: { Nm: 'Ann Example' },
          DbtrAcct: usAccount('00123'),
          DbtrAgt: usAgent(sender),
          CdtrAgt: usAgent('011104238'),
          Cdtr: { Nm: 'Example Corp' },
          CdtrAcct: usAccount('4567'),
        },
      ],
    },
  }),
  return: sample('pacs.004.001.10', {
    PmtRtr: { GrpHdr: { ...groupHeader(id), NbOfTxs: '1', SttlmInf: settlement } },
  }),
  inquiry: sample('pacs.028.001.03', {
    FIToFIPmtStsReq: { GrpHdr: groupHeader(id), TxInf: [{ OrgnlGrpInf: original, ...agents }] },
  }),
  status: sample('pacs.002.001.10', {
    FIToFIPmtStsRpt: {
      GrpHdr: groupHeader(id),
      TxInfAndSts: [{ OrgnlGrpInf: original, TxSts: 'ACSC', ...agents }],
    },
  }),
  recall: sample('camt.056.001.08', {
    FIToFIPmtCxlReq: {
      Assgnmt: { Id: id, Assgnr: { Agt: usAgent(sender) }, Assgne: { Agt: usAgent(receiver) }, CreDtTm: created },
      Undrlyg: [{}],
    },
  }),
};

const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';
const group = 'document/FIToFICstmrCdtTrf/GrpHdr';
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const messageIds = { good: [id, '20261123021040078A'], bad: [undefined, 'INV-1', '20261123021040078', `${id}-1`] };
const routing = { good: ['021000021'], bad: ['021000022', '2100002', undefined] };
const dollars = (value: string): object => ({ Ccy: 'USD', value });

const cases: Record<string, RuleCase> = {
  'FDN-001': { at: 'header/MktPrctc/Id', good: ['frb.fednow.irr.01'], bad: ['frb.fedwire.01', undefined] },
  'FDN-002': { at: 'header/CreDt', good: ['2026-11-23T14:15:00Z', created], bad: ['2026-11-23T09:15:00'] },
  'FDN-003': { at: `header/Fr/FIId/${member}`, good: ['1234ABCDE'], bad: ['12345678', undefined] },
  'FDN-004': { at: `header/To/FIId/${member}`, good: ['1234ABCDE'], bad: ['0211507061', undefined] },
  'FDN-005': { at: 'header/BizMsgIdr', good: [id], bad: ['20261123021040078Other', undefined] },
  'FDN-010': { at: `${group}/NbOfTxs`, good: ['1'], bad: ['2'] },
  'FDN-011': {
    at: 'document/FIToFICstmrCdtTrf/CdtTrfTxInf',
    good: [[{}]],
    bad: [[], [{}, {}]],
  },
  'FDN-012': { at: `${group}/SttlmInf/SttlmMtd`, good: ['CLRG'], bad: ['INDA', undefined] },
  'FDN-013': { at: `${group}/SttlmInf/ClrSys/Cd`, good: ['FDN'], bad: ['FDW', undefined] },
  'FDN-014': { at: `${transaction}/PmtTpInf/LclInstrm/Prtry`, good: ['FDNA'], bad: ['CTRC', undefined] },
  'FDN-015': { at: `${transaction}/PmtTpInf/CtgyPurp/Prtry`, good: ['BIZZ'], bad: [undefined] },
  'FDN-016': { at: `${transaction}/IntrBkSttlmDt`, good: ['2026-11-24'], bad: [undefined] },
  'FDN-017': { at: `${transaction}/ChrgBr`, good: ['SLEV'], bad: ['SHAR', undefined] },
  'FDN-018': { at: `${transaction}/InstgAgt/${member}`, ...routing },
  'FDN-019': { at: `${transaction}/InstdAgt/${member}`, ...routing },
  'FDN-020': { at: `${transaction}/DbtrAgt/${member}`, ...routing },
  'FDN-021': { at: `${transaction}/CdtrAgt/${member}`, ...routing },
  'FDN-022': {
    at: `${transaction}/CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId`,
    good: [{ Cd: 'USABA' }],
    bad: [{ Cd: 'CHBCC' }],
  },
  'FDN-023': { at: `${transaction}/DbtrAcct`, good: [usAccount('1')], bad: [undefined, {}] },
  'FDN-024': { at: `${transaction}/CdtrAcct`, good: [usAccount('1')], bad: [undefined, {}] },
  'FDN-025': { at: `${transaction}/IntrBkSttlmAmt`, good: [dollars('1.5'), dollars('1')], bad: [dollars('1.505')] },
  'FDN-030': { at: `${group}/MsgId`, ...messageIds },
  'FDN-031': { sample: 'return', at: 'document/PmtRtr/GrpHdr/MsgId', ...messageIds },
  'FDN-032': { sample: 'inquiry', at: 'document/FIToFIPmtStsReq/GrpHdr/MsgId', ...messageIds },
  'FDN-033': { sample: 'recall', at: 'document/FIToFIPmtCxlReq/Assgnmt/Id', ...messageIds },
  'FDN-034': { sample: 'inquiry', at: 'document/FIToFIPmtStsReq/TxInf', good: [[{}]], bad: [undefined, [{}, {}]] },
  'FDN-035': {
    sample: 'inquiry',
    at: 'document/FIToFIPmtStsReq/TxInf/0/OrgnlGrpInf',
    good: [original],
    bad: [undefined, {}],
  },
  'FDN-040': { sample: 'return', at: 'document/PmtRtr/GrpHdr/SttlmInf/ClrSys/Cd', good: ['FDN'], bad: ['TCH'] },
  'FDN-041': { sample: 'return', at: 'document/PmtRtr/GrpHdr/NbOfTxs', good: ['1'], bad: ['3'] },
  'FDN-050': { sample: 'status', at: 'document/FIToFIPmtStsRpt/TxInfAndSts', good: [[{}]], bad: [undefined, [{}, {}]] },
  'FDN-060': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [dollars('1000000.00')],
    bad: [dollars('1000000.01'), dollars('0.00')],
    onDate: '2025-10-31',
  },
  'FDN-061': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [dollars('10000000'), dollars('.01')],
    bad: [dollars('10000000.01'), dollars('0'), { Ccy: 'EUR', value: '1' }, undefined],
  },
};

describeProfile(fednow, samples, cases);
