import { swissSps } from '../../../src/profile/network/swiss-sps.ts';
import { describeProfile, type RuleCase } from '../support/profile-cases.ts';
import { bicAgent, bicParty, groupHeader } from '../support/samples.ts';

const francs = (value: string): object => ({ Ccy: 'CHF', value });
const address = { StrtNm: 'Bahnhofstrasse', BldgNb: '1', PstCd: '8001', TwnNm: 'Zürich', Ctry: 'CH' };

const samples = {
  initiation: {
    definition: 'pain.001.001.09',
    document: {
      CstmrCdtTrfInitn: {
        GrpHdr: { ...groupHeader('MSG-1'), NbOfTxs: '1', InitgPty: { Nm: 'Müller AG' } },
        PmtInf: [
          {
            PmtInfId: 'P-1',
            PmtMtd: 'TRF',
            ReqdExctnDt: { Dt: '2026-11-23' },
            Dbtr: { Nm: 'Müller AG' },
            DbtrAcct: { Id: { IBAN: 'CH9300762011623852957' } },
            DbtrAgt: bicAgent('UBSWCHZH80A'),
            CdtTrfTxInf: [
              {
                PmtId: { InstrId: 'I-1', EndToEndId: 'E2E-1' },
                Amt: { InstdAmt: francs('51.75') },
                Cdtr: { Nm: 'Ştefan Țurcanu', PstlAdr: address },
                CdtrAcct: { Id: { IBAN: 'CH9300762011623852957' } },
                RmtInf: { Ustrd: ['Für Käse 10 €'] },
              },
            ],
          },
        ],
      },
    },
  },
};

const group = 'document/CstmrCdtTrfInitn/GrpHdr';
const batch = 'document/CstmrCdtTrfInitn/PmtInf/0';
const transaction = `${batch}/CdtTrfTxInf/0`;
const text = { good: ['A-1'], bad: ['Ä-1'] };
const slashes = { good: ['A/1'], bad: ['/A', 'A/', 'A//1'] };

const cases: Record<string, RuleCase> = {
  'SPS-001': { at: 'header', good: [undefined], bad: [{ Fr: bicParty('UBSWCHZH80A') }] },
  'SPS-010': { at: `${group}/MsgId`, ...text },
  'SPS-011': { at: `${group}/MsgId`, ...slashes },
  'SPS-012': { at: `${batch}/PmtInfId`, ...text },
  'SPS-013': { at: `${transaction}/PmtId/InstrId`, ...text },
  'SPS-014': { at: `${transaction}/PmtId/EndToEndId`, ...text },
  'SPS-015': { at: `${transaction}/PmtId/EndToEndId`, ...slashes },
  'SPS-016': { at: `${batch}/PmtMtd`, good: ['CHK'], bad: ['TRA'] },
  'SPS-017': {
    at: `${batch}/DbtrAcct/Id`,
    good: [{ IBAN: 'CH9300762011623852957' }],
    bad: [{ IBAN: 'CH9300762011623852958' }, { Othr: { Id: '1' } }],
  },
  'SPS-018': { at: `${batch}/DbtrAgt/FinInstnId/BICFI`, good: [undefined, 'UBSWCHZH'], bad: ['UBSW'] },
  'SPS-019': { at: `${batch}/CdtTrfTxInf`, good: [[{}], [{}, {}]], bad: [[], undefined] },
  'SPS-020': {
    at: `${transaction}/Amt`,
    good: [{ InstdAmt: francs('9999999999.99') }, { EqvtAmt: {} }],
    bad: [{ InstdAmt: francs('0.00') }, { InstdAmt: francs('10000000000.00') }],
  },
  'SPS-021': { at: `${transaction}/Amt/InstdAmt`, good: [francs('1.05')], bad: [francs('1.055')] },
  'SPS-022': { at: `${transaction}/Cdtr/Nm`, good: ['ä'.repeat(70)], bad: ['ä'.repeat(71), undefined] },
  'SPS-023': { at: `${transaction}/Cdtr/Nm`, good: ['Œuvre ŁÓDŹ'], bad: ['Ελλάς', 'a\tb'] },
  'SPS-024': { at: `${transaction}/RmtInf/Ustrd`, good: [['¡Olé!']], bad: [['Привет']] },
  'SPS-025': { at: `${transaction}/RmtInf/Ustrd`, good: [undefined, ['one']], bad: [['one', 'two']] },
  'SPS-026': {
    at: `${transaction}/CdtrAcct/Id/IBAN`,
    good: ['DE89370400440532013000'],
    bad: ['DE89370400440532013001'],
  },
  'SPS-050': {
    at: `${transaction}/Cdtr/PstlAdr`,
    good: [undefined, address, { TwnNm: 'Zürich', Ctry: 'CH', AdrLine: ['Bahnhofstrasse 1'] }],
    bad: [{ AdrLine: ['Bahnhofstrasse 1', '8001 Zürich'] }, { Ctry: 'CH' }],
    onDate: '2026-11-14',
  },
};

describeProfile(swissSps, samples, cases);
