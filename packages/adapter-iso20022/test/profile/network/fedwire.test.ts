import { fedwire } from '../../../src/profile/network/fedwire.ts';
import { describeProfile, type RuleCase, type Sample } from '../support/profile-cases.ts';
import { created, groupHeader, original, uetr, usAccount, usAgent, usParty } from '../support/samples.ts';

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
const agent = usAgent('011104238');
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
  recall: sample('camt.056.001.08', {
    FIToFIPmtCxlReq: {
      Assgnmt: { Id: id, Assgnr: { Agt: agent }, Assgne: { Agt: agent }, CreDtTm: created },
      Case: { Id: 'CASE-1', Cretr: { Agt: agent } },
      Undrlyg: [{ TxInf: [{ OrgnlUETR: uetr }] }],
    },
  }),
  inquiry: sample('pacs.028.001.03', {
    FIToFIPmtStsReq: {
      GrpHdr: groupHeader('ASK-1'),
      TxInf: [
        {
          OrgnlGrpInf: { ...original, OrgnlMsgId: id },
          OrgnlUETR: uetr,
          InstgAgt: agent,
          InstdAgt: usAgent('021040078'),
        },
      ],
    },
  }),
  request: sample('pain.013.001.07', {
    CdtrPmtActvtnReq: {
      GrpHdr: { ...groupHeader(id), NbOfTxs: '1', InitgPty: {} },
      PmtInf: [
        {
          PmtInfId: 'P-1',
          PmtMtd: 'TRF',
          ReqdExctnDt: { Dt: '2026-11-23' },
          Dbtr: {},
          DbtrAgt: agent,
          CdtTrfTx: [
            {
              PmtId: { EndToEndId: 'E2E-1', UETR: uetr },
              PmtTpInf: { LclInstrm: { Prtry: 'DRRC' } },
              Amt: { InstdAmt: { Ccy: 'USD', value: '1.00' } },
              ChrgBr: 'SLEV',
              CdtrAgt: agent,
              Cdtr: {},
            },
          ],
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
const system = 'FinInstnId/ClrSysMmbId/ClrSysId';
const recall = 'document/FIToFIPmtCxlReq';
const asked = 'document/FIToFIPmtStsReq/TxInf/0';
const wanted = 'document/CdtrPmtActvtnReq/PmtInf/0/CdtTrfTx/0';
const accountability = { good: ['20261123ABCDEFGH123456'], bad: ['20261123ABCDEFGH12345', 'MSG-1'] };
const parties = { good: ['ABCDEF123'], bad: ['0211510801', undefined] };
const routing = { good: ['021000021'], bad: ['021000022', undefined] };
const dollars = (value: string): object => ({ Ccy: 'USD', value });

const cases: Record<string, RuleCase> = {
  'FDW-001': { at: 'header/MktPrctc/Id', good: ['frb.fedwire.01'], bad: ['frb.fednow.01', undefined] },
  'FDW-002': { at: `header/Fr/FIId/${member}`, ...parties },
  'FDW-003': { at: `header/To/FIId/${member}`, ...parties },
  'FDW-004': { at: `header/Fr/FIId/${system}`, good: [undefined], bad: [{ Cd: 'USABA' }] },
  'FDW-005': { at: `header/To/FIId/${system}`, good: [undefined], bad: [{ Cd: 'USABA' }] },
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
  'FDW-030': { sample: 'recall', at: `${recall}/Assgnmt/Id`, ...accountability },
  'FDW-031': { sample: 'recall', at: `${recall}/CtrlData`, good: [undefined], bad: [{ NbOfTxs: '1' }] },
  'FDW-032': { sample: 'recall', at: `${recall}/Case`, good: [{}], bad: [undefined] },
  'FDW-033': { sample: 'recall', at: `${recall}/Undrlyg/0/TxInf/0/CxlId`, good: [undefined], bad: ['C-1'] },
  'FDW-034': { sample: 'recall', at: `${recall}/Undrlyg/0/TxInf/0/OrgnlUETR`, good: [uetr], bad: [undefined] },
  'FDW-035': { sample: 'inquiry', at: `${asked}/OrgnlGrpInf/OrgnlMsgId`, ...accountability },
  'FDW-036': { sample: 'inquiry', at: `${asked}/OrgnlUETR`, good: [uetr], bad: [undefined] },
  'FDW-037': { sample: 'inquiry', at: `${asked}/InstgAgt/${member}`, ...routing },
  'FDW-038': { sample: 'inquiry', at: `${asked}/InstdAgt/${member}`, ...routing },
  'FDW-039': { sample: 'request', at: 'document/CdtrPmtActvtnReq/GrpHdr/MsgId', ...accountability },
  'FDW-042': { sample: 'request', at: `${wanted}/PmtTpInf/LclInstrm/Prtry`, good: ['DRRB'], bad: ['CTRC', undefined] },
  'FDW-043': { sample: 'request', at: `${wanted}/PmtId/UETR`, good: [uetr], bad: [undefined] },
  'FDW-044': {
    sample: 'request',
    at: 'document/CdtrPmtActvtnReq/PmtInf/0/XpryDt',
    good: [undefined],
    bad: [{ Dt: '2026-11-30' }],
  },
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
