import { rtp } from '../../../src/profile/network/rtp.ts';
import { describeProfile, type RuleCase, type Sample } from '../support/profile-cases.ts';
import { created, groupHeader, usAccount, usAgent, usParty } from '../support/samples.ts';

const messageId = 'M20261123990000001S1BAB100000000017';
const headerId = 'B20261123990000001S1BAB100000000017';
const instructionId = '20261123990000001S1BAB1200000000017';
const agents = { InstgAgt: usAgent('990000001'), InstdAgt: usAgent('990000002') };

function sample(definition: string, document: object): Sample {
  const header = {
    Fr: usParty('990000001S1'),
    To: usParty('990000002T1'),
    BizMsgIdr: headerId,
    MsgDefIdr: definition,
    CreDt: '2026-11-23T14:15:00Z',
  };
  return { definition, header, document };
}

const samples = {
  transfer: sample('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        ...groupHeader(messageId),
        NbOfTxs: '1',
        TtlIntrBkSttlmAmt: { Ccy: 'USD', value: '51.74' },
        IntrBkSttlmDt: '2026-11-23',
        SttlmInf: { SttlmMtd: 'CLRG', ClrSys: { Cd: 'TCH' } },
      },
      CdtTrfTxInf: [
        {
          PmtId: { InstrId: instructionId, EndToEndId: 'E2E-51', TxId: instructionId },
          PmtTpInf: {
            SvcLvl: [{ Cd: 'SDVA' }],
            LclInstrm: { Prtry: 'STANDARD' },
            CtgyPurp: { Prtry: 'CONSUMER' },
          },
          IntrBkSttlmAmt: { Ccy: 'USD', value: '51.74' },
          ChrgBr: 'SLEV',
          ...agents,
          Dbtr: { Nm: 'Ann Example' },
          DbtrAcct: usAccount('00123'),
          DbtrAgt: usAgent('990000001'),
          CdtrAgt: usAgent('990000002'),
          Cdtr: { Nm: 'Example Corp' },
          CdtrAcct: usAccount('4567'),
        },
      ],
    },
  }),
  status: sample('pacs.002.001.10', {
    FIToFIPmtStsRpt: {
      GrpHdr: groupHeader(messageId),
      OrgnlGrpInfAndSts: [
        { OrgnlMsgId: messageId, OrgnlMsgNmId: 'pacs.008.001.08', OrgnlCreDtTm: created, OrgnlNbOfTxs: '1' },
      ],
      TxInfAndSts: [{ OrgnlInstrId: instructionId, TxSts: 'ACTC', AccptncDtTm: created, ...agents }],
    },
  }),
};

const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';
const group = 'document/FIToFICstmrCdtTrf/GrpHdr';
const report = 'document/FIToFIPmtStsRpt';
const member = 'FinInstnId/ClrSysMmbId/MmbId';
const instructionIds = { good: [instructionId], bad: [undefined, messageId, 'INSTR-1'] };
const agentIds = { good: ['990000003'], bad: ['990000003S1', undefined] };
const dollars = (value: string): object => ({ Ccy: 'USD', value });

const cases: Record<string, RuleCase> = {
  'RTP-001': { at: 'header/BizMsgIdr', good: [headerId], bad: [messageId, undefined] },
  'RTP-002': { at: `header/Fr/FIId/${member}`, good: ['990000003S1'], bad: ['990000003', undefined] },
  'RTP-003': { at: `header/To/FIId/${member}`, good: ['990000003S1'], bad: ['990000003', undefined] },
  'RTP-004': { at: 'header/CpyDplct', good: [undefined, 'DUPL'], bad: ['COPY'] },
  'RTP-010': { at: `${group}/MsgId`, good: [messageId], bad: [headerId, 'MSG-1'] },
  'RTP-011': { at: `${group}/NbOfTxs`, good: ['1'], bad: ['2'] },
  'RTP-012': { at: `${group}/TtlIntrBkSttlmAmt`, good: [dollars('1.00')], bad: [undefined] },
  'RTP-013': { at: `${group}/IntrBkSttlmDt`, good: ['2026-11-24'], bad: [undefined] },
  'RTP-014': { at: `${group}/SttlmInf/SttlmMtd`, good: ['CLRG'], bad: ['INGA'] },
  'RTP-015': {
    at: `${group}/SttlmInf/ClrSys`,
    good: [{ Cd: 'TCH' }],
    bad: [{ Cd: 'FDN' }, { Prtry: 'TCH' }, undefined],
  },
  'RTP-016': { at: `${transaction}/PmtId/InstrId`, ...instructionIds },
  'RTP-017': { at: `${transaction}/PmtId/TxId`, ...instructionIds },
  'RTP-018': { at: `${transaction}/PmtTpInf/SvcLvl`, good: [[{ Cd: 'SDVA' }]], bad: [[{ Cd: 'SEPA' }], undefined] },
  'RTP-019': { at: `${transaction}/PmtTpInf/LclInstrm/Prtry`, good: ['ZELLE', 'IXB'], bad: ['FDNA', undefined] },
  'RTP-020': { at: `${transaction}/PmtTpInf/CtgyPurp/Prtry`, good: ['BUSINESS'], bad: ['CONS', undefined] },
  'RTP-021': { at: `${transaction}/ChrgBr`, good: ['SLEV'], bad: ['DEBT'] },
  'RTP-022': { at: `${transaction}/InstgAgt/${member}`, ...agentIds },
  'RTP-023': { at: `${transaction}/InstdAgt/${member}`, ...agentIds },
  'RTP-024': {
    at: `${transaction}/DbtrAcct/Id`,
    good: [{ Othr: { Id: '1' } }],
    bad: [{ IBAN: 'DE89370400440532013000' }],
  },
  'RTP-025': {
    at: `${transaction}/CdtrAcct/Id`,
    good: [{ Othr: { Id: '1' } }],
    bad: [{ IBAN: 'DE89370400440532013000' }],
  },
  'RTP-026': { at: `${transaction}/IntrBkSttlmAmt`, good: [dollars('2.50')], bad: [dollars('2.501')] },
  'RTP-027': { at: 'document/FIToFICstmrCdtTrf/CdtTrfTxInf', good: [[{}]], bad: [[{}, {}], undefined] },
  'RTP-040': { sample: 'status', at: `${report}/OrgnlGrpInfAndSts/0/OrgnlMsgId`, good: [messageId], bad: [undefined] },
  'RTP-041': { sample: 'status', at: `${report}/OrgnlGrpInfAndSts/0/OrgnlNbOfTxs`, good: ['1'], bad: ['2', undefined] },
  'RTP-042': { sample: 'status', at: `${report}/TxInfAndSts/0/OrgnlInstrId`, good: [instructionId], bad: [undefined] },
  'RTP-043': { sample: 'status', at: `${report}/TxInfAndSts/0/TxSts`, good: ['ACWP', 'RCVD', 'RJCT'], bad: ['ACSC'] },
  'RTP-044': { sample: 'status', at: `${report}/TxInfAndSts/0/AccptncDtTm`, good: [created], bad: [undefined] },
  'RTP-060': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [dollars('10000000.00')],
    bad: [dollars('10000000.01'), dollars('0.00'), { Ccy: 'CAD', value: '1.00' }],
  },
};

describeProfile(rtp, samples, cases);
