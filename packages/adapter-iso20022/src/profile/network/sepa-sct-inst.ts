import type { NetworkProfile } from '../network-profile.ts';
import { sepaSct } from './sepa-sct.ts';
import { sepaSources, sepaTransferRules } from './sepa-transfer.ts';
import { sourced } from './sourced.ts';

const transaction = 'FIToFICstmrCdtTrf/CdtTrfTxInf';
const start = '2023-11-19';

/** The SEPA Instant Credit Transfer scheme. Header, envelope and signature are the clearing system's, not the scheme's. */
export const sepaSctInst: NetworkProfile = {
  ...sepaSct,
  id: 'sepa-sct-inst',
  name: 'SEPA Instant Credit Transfer',
  sources: {
    ...sepaSources,
    clock: {
      title: 'Numeral, EPC 2025 SEPA rulebook updates: 5, 7 and 9 seconds',
      url: 'https://www.numeral.io/blog/epc-2025-sepa-rulebook-updates',
      date: '2025-05-07',
    },
  },
  settlement: { methods: ['CLRG'] },
  paymentType: {
    serviceLevel: { kind: 'Cd', values: ['SEPA'] },
    localInstrument: { kind: 'Cd', values: ['INST'] },
    chargeBearers: ['SLEV'],
  },
  clock: { settleByMs: 10_000, from: 'accepted' },
  recovery: { onSilence: 'inquire', onNotFound: 'manual', onTimeoutReject: 'new_id' },
  // The positive confirmation of the beneficiary side is final: the funds are made available at once.
  statuses: { ACCP: 'settled' },
  reasons: { TM01: { kind: 'timeout' } },
  rules: [
    ...sepaTransferRules('SCI'),
    ...sourced({ source: 'guidelines', since: start }, [
      { id: 'SCI-060', at: 'FIToFICstmrCdtTrf/**/LclInstrm/Cd', kind: 'equals', value: 'INST' },
      { id: 'SCI-061', at: transaction, kind: 'count', min: 1, max: 1 },
      { id: 'SCI-062', at: 'FIToFICstmrCdtTrf/GrpHdr/NbOfTxs', kind: 'equals', value: '1' },
      { id: 'SCI-063', at: `${transaction}/AccptncDtTm`, kind: 'pattern', pattern: '.*(?:Z|[+-]\\d{2}:\\d{2})' },
      { id: 'SCI-064', at: 'FIToFIPmtStsRpt/**/GrpSts', kind: 'oneOf', values: ['ACCP', 'RJCT'] },
      { id: 'SCI-065', at: 'FIToFIPmtStsRpt/**/TxSts', kind: 'oneOf', values: ['ACCP', 'RJCT'] },
    ]),
  ],
};
