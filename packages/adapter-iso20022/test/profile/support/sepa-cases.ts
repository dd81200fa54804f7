import type { RuleCase, Sample } from './profile-cases.ts';
import { bicAgent, created, groupHeader } from './samples.ts';

/** Samples of both SEPA credit transfer schemes. */
export function sepaSamples(group: object, paymentType: object, transaction: object): Readonly<Record<string, Sample>> {
  return {
    transfer: {
      definition: 'pacs.008.001.08',
      document: {
        FIToFICstmrCdtTrf: {
          GrpHdr: { ...groupHeader('MSG-20261123/1'), NbOfTxs: '1', SttlmInf: { SttlmMtd: 'CLRG' }, ...group },
          CdtTrfTxInf: [
            {
              PmtId: { InstrId: 'INSTR-1', EndToEndId: 'E2E/1', TxId: 'TX-1' },
              PmtTpInf: { SvcLvl: [{ Cd: 'SEPA' }], ...paymentType },
              IntrBkSttlmAmt: { Ccy: 'EUR', value: '51.74' },
              IntrBkSttlmDt: '2026-11-23',
              ...transaction,
              ChrgBr: 'SLEV',
              Dbtr: { Nm: 'Ann Example', PstlAdr: { TwnNm: 'Bonn', Ctry: 'DE' } },
              DbtrAcct: { Id: { IBAN: 'DE89370400440532013000' } },
              DbtrAgt: bicAgent('COBADEFFXXX'),
              CdtrAgt: bicAgent('BNPAFRPP'),
              Cdtr: { Nm: 'Example Corp' },
              CdtrAcct: { Id: { IBAN: 'FR1420041010050500013M02606' } },
              RmtInf: { Ustrd: ['Invoice 51'] },
            },
          ],
        },
      },
    },
    return: {
      definition: 'pacs.004.001.09',
      document: {
        PmtRtr: {
          GrpHdr: { ...groupHeader('RTR-1'), NbOfTxs: '1', SttlmInf: { SttlmMtd: 'CLRG' } },
          TxInf: [{ RtrdIntrBkSttlmAmt: { Ccy: 'EUR', value: '51.74' } }],
        },
      },
    },
    recall: {
      definition: 'camt.056.001.08',
      document: {
        FIToFIPmtCxlReq: {
          Assgnmt: {
            Id: 'RCL-1',
            Assgnr: { Agt: bicAgent('COBADEFFXXX') },
            Assgne: { Agt: bicAgent('BNPAFRPP') },
            CreDtTm: created,
          },
          Undrlyg: [{ TxInf: [{ CxlRsnInf: [{ Rsn: { Cd: 'DUPL' } }] }] }],
        },
      },
    },
  };
}

const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';
const euros = (value: string): object => ({ Ccy: 'EUR', value });
const ibans = {
  good: [{ IBAN: 'NL91ABNA0417164300' }],
  bad: [{ IBAN: 'NL91ABNA0417164301' }, { Othr: { Id: '417164300' } }],
};
const bics = {
  good: [{ BICFI: 'ABNANL2A' }],
  bad: [{ BICFI: 'ABNANL2AX' }, { ClrSysMmbId: { MmbId: '10000000' } }],
};
const referenceText = { good: ['A-b/1 (x)'], bad: ['Rechnung ü', 'a_b'] };
const referenceForm = { good: ['A/1', 'A'], bad: ['/A', 'A/', 'A//1'] };
const names = { good: ["O'Neill + Co.", 'x'.repeat(70)], bad: ['x'.repeat(71), undefined] };
const unstructured = { AdrLine: ['Hauptstr. 1', '53113 Bonn'] };
const hybrid = { TwnNm: 'Bonn', Ctry: 'DE', AdrLine: ['Hauptstr. 1'] };

/** A case for each rule that both schemes have. */
export function sepaCases(prefix: string): Record<string, RuleCase> {
  return Object.fromEntries(Object.entries(cases).map(([id, one]) => [`${prefix}-${id}`, one]));
}

const cases: Record<string, RuleCase> = {
  '010': {
    at: 'document/FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmMtd',
    good: ['CLRG', 'INDA', 'INGA'],
    bad: ['COVE', undefined],
  },
  '011': { at: `${transaction}/PmtTpInf/SvcLvl/0/Cd`, good: ['SEPA'], bad: ['SDVA'] },
  '012': { at: `${transaction}/PmtId/TxId`, good: ['TX-2'], bad: [undefined] },
  '013': { at: `${transaction}/ChrgBr`, good: ['SLEV'], bad: ['SHAR', undefined] },
  '014': { at: `${transaction}/Dbtr/Nm`, ...names },
  '015': { at: `${transaction}/Cdtr/Nm`, ...names },
  '016': { at: `${transaction}/DbtrAcct/Id`, ...ibans },
  '017': { at: `${transaction}/CdtrAcct/Id`, ...ibans },
  '018': { at: `${transaction}/DbtrAgt/FinInstnId`, ...bics },
  '019': { at: `${transaction}/CdtrAgt/FinInstnId`, ...bics },
  '020': { at: `${transaction}/RmtInf/Ustrd`, good: [undefined, ['one']], bad: [['one', 'two']] },
  '021': {
    sample: 'recall',
    at: 'document/FIToFIPmtCxlReq/Undrlyg/0/TxInf/0/CxlRsnInf/0/Rsn/Cd',
    good: ['TECH', 'FRAD', 'CUST', 'AM09', 'AC03'],
    bad: ['AGNT'],
  },
  '030': { at: 'document/FIToFICstmrCdtTrf/GrpHdr/MsgId', ...referenceText },
  '031': { at: 'document/FIToFICstmrCdtTrf/GrpHdr/MsgId', ...referenceForm },
  '032': { at: `${transaction}/PmtId/EndToEndId`, ...referenceText },
  '033': { at: `${transaction}/PmtId/EndToEndId`, ...referenceForm },
  '034': { at: `${transaction}/PmtId/TxId`, ...referenceText },
  '035': { at: `${transaction}/PmtId/InstrId`, ...referenceText },
  '036': { at: `${transaction}/Cdtr/Nm`, good: ['Mueller'], bad: ['Müller', 'A & B'] },
  '037': { at: `${transaction}/RmtInf/Ustrd`, good: [['Rg. 51']], bad: [['Rg. № 51']] },
  '040': {
    at: `${transaction}/IntrBkSttlmAmt`,
    good: [euros('0.01'), euros('999999999.99')],
    bad: [euros('0.00'), euros('1000000000'), { Ccy: 'CHF', value: '1.00' }],
  },
  '041': { at: `${transaction}/IntrBkSttlmAmt`, good: [euros('20.2')], bad: [euros('20.205')] },
  '042': {
    sample: 'return',
    at: 'document/PmtRtr/TxInf/0/RtrdIntrBkSttlmAmt',
    good: [euros('1.00')],
    bad: [{ Ccy: 'USD', value: '1.00' }, undefined],
  },
  '050': {
    at: `${transaction}/Cdtr/PstlAdr`,
    good: [undefined, unstructured, hybrid],
    bad: [{ AdrLine: ['1', '2', '3'] }, { AdrLine: ['x'.repeat(71)] }],
    onDate: '2026-11-14',
  },
  '051': {
    at: `${transaction}/Cdtr/PstlAdr`,
    good: [undefined, hybrid, { StrtNm: 'Hauptstr.', TwnNm: 'Bonn', Ctry: 'DE' }],
    bad: [unstructured, { Ctry: 'DE' }, { ...hybrid, AdrLine: ['Bonn'] }, { ...hybrid, AdrLine: ['1', '2', '3'] }],
    onDate: '2026-11-15',
  },
};
