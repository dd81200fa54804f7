import { fedwire } from '../../../src/profile/network/fedwire.ts';
import { describeProfile, type RuleCase, type Sample } from '../support/profile-cases.ts';
import { created, groupHeader, uetr, usAccount, usAgent, usParty } from '../support/samples.ts';

const id = '20261123B1QDRCQR000001';

function sample(definition: string, document: object): Sample {
  const header = {
    Fr: usParty('011104238'),
    To: usParty('021151080'),
    BizMsgIdr: id,
    MsgDefIdr: definition,
    BizSvc: 'PROD',
    MktPrctc: { Regy: 'www2.swift.com/mystandards', Id: 'frb.fedwire.01' },
    CreDt: created,
  };
  return { definition, header, document };
}

const settlement = { SttlmMtd: 'CLRG', ClrSys: { Cd: 'FDW' } };
const address = { StrtNm: 'Main St', TwnNm: 'Boston', Ctry: 'US' };

const samples = {
  transfer: sample('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: { ...groupHeader(id), NbOfTxs: '1', SttlmInf: settlement },
      CdtTrfTxInf: [
        {
          PmtId: { InstrId: 'INSTR-1', EndToEndId: 'E2E-1', UETR: uetr },
          PmtTpInf: { LclInstrm: { Prtry: 'CTRC' } },
          IntrBkSttlmAmt: { Ccy: 'USD', value: '510000.74' },
          IntrBkSttlmDt: '2026-11-23',
          InstdAmt: { Ccy: 'USD', value: '510000.74' },
          ChrgBr: 'SLEV',
          InstgAgt: usAgent('011104238'),
          InstdAgt: usAgent('021040078'),
          Dbtr: { Nm: 'Ann Example', PstlAdr: address },
          DbtrAcct: usAccount('00123'),
          DbtrAgt: usAgent('011104238'),
          CdtrAgt: usAgent('021040078'),
          Cdtr: { Nm: 'Example Corp', PstlAdr: address },
          CdtrAcct: usAccount('4567'),
        },
      ],
    },
  }),
  return: sample('pacs.004.001.10', {
    PmtRtr: { GrpHdr: { ...groupHeader(id), NbOfTxs: '1', SttlmInf: settlement } },
  }),
};

const group = 'document/FIToFICstmrCdtTrf/GrpHdr';
const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const parties = { good: ['ABCDEF123'], bad: ['0211510801', undefined] };
const routing = { good: ['021000021'], bad: ['021000022', undefined] };
const dollars = (value: string): object => ({ Ccy: 'USD', value });

const cases: Record<string, RuleCase> = {
  'FDW-001': { at: 'header/MktPrctc/Id', good: ['frb.fedwire.01'], bad: ['frb.fednow.01', undefined] },
  'FDW-002': { at: `header/Fr/FIId/${member}`, ...parties },
  'FDW-003': { at: `header/To/FIId/${member}`, ...parties },
  'FDW-010': { at: `${group}/MsgId`, good: ['20261123ABCDEFGH123456'], bad: ['20261123ABCDEFGH12345', 'MSG-1'] },
  'FDW-011': { at: `${group}/NbOfTxs`, good: ['1'], bad: ['2'] },
  'FDW-012': { at: `${group}/SttlmInf/SttlmMtd`, good: ['CLRG'], bad: ['INDA'] },
  'FDW-013': { at: `${group}/SttlmInf/ClrSys/Cd`, good: ['FDW'], bad: ['FDN', undefined] },
  'FDW-014': { at: 'document/FIToFICstmrCdtTrf/CdtTrfTxInf', good: [[{}]], bad: [[{}, {}], undefined] },
  'FDW-015': { at: `${transaction}/InstgAgt/${member}`, ...routing },
  'FDW-016': { at: `${transaction}/InstdAgt/${member}`, ...routing },
  'FDW-017': {
    at: `${transaction}/CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId`,
    good: [{ Cd: 'USABA' }],
    bad: [{ Cd: 'GBDSC' }],
  },
  'FDW-018': { at: `${transaction}/IntrBkSttlmDt`, good: ['2026-11-24'], bad: [undefined] },
  'FDW-019': { at: `${transaction}/IntrBkSttlmAmt`, good: [dollars('1.5')], bad: [dollars('1.505')] },
  'FDW-020': { at: `${transaction}/PmtId/UETR`, good: [uetr], bad: [undefined] },
  'FDW-021': { at: `${transaction}/PmtId/InstrId`, good: [undefined, 'x'.repeat(16)], bad: ['x'.repeat(17)] },
  'FDW-022': { at: `${transaction}/PmtTpInf/LclInstrm/Prtry`, good: ['CTRS', 'CTRD'], bad: ['FDNA', undefined] },
  'FDW-023': { at: `${transaction}/ChrgBr`, good: ['SHAR', 'DEBT', 'CRED'], bad: ['SLEEV', undefined] },
  'FDW-024': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [dollars('9999999999.99')],
    bad: [dollars('10000000000.00'), dollars('0'), { Ccy: 'EUR', value: '1.00' }],
  },
  'FDW-025': { at: `${transaction}/InstrForNxtAgt`, good: [undefined], bad: [[{ InstrInf: 'call' }]] },
  'FDW-026': { at: `${transaction}/InstdAmt`, good: [dollars('1.00')], bad: [undefined] },
  'FDW-040': { sample: 'return', at: 'document/PmtRtr/GrpHdr/SttlmInf/ClrSys/Cd', good: ['FDW'], bad: ['FDN'] },
  'FDW-041': { sample: 'return', at: 'document/PmtRtr/GrpHdr/NbOfTxs', good: ['1'], bad: ['2'] },
  'FDW-050': {
    at: `${transaction}/Cdtr/PstlAdr`,
    good: [undefined, address, { TwnNm: 'Boston', Ctry: 'US', AdrLine: ['1 Main St'] }],
    bad: [{ AdrLine: ['1 Main St', 'Boston MA'] }, { TwnNm: 'Boston', Ctry: 'US', AdrLine: ['x'.repeat(71)] }],
    onDate: '2026-11-16',
  },
};

describeProfile(fedwire, samples, cases);
