import { sepaSctInst } from '../../../src/profile/network/sepa-sct-inst.ts';
import { describeProfile } from '../support/profile-cases.ts';
import { created, groupHeader } from '../support/samples.ts';
import { sepaCases, sepaSamples } from '../support/sepa-cases.ts';

const samples = {
  ...sepaSamples({}, { LclInstrm: { Cd: 'INST' } }, { AccptncDtTm: created }),
  status: {
    definition: 'pacs.002.001.10',
    document: {
      FIToFIPmtStsRpt: {
        GrpHdr: groupHeader('STS-1'),
        OrgnlGrpInfAndSts: [{ OrgnlMsgId: 'MSG-1', OrgnlMsgNmId: 'pacs.008.001.08', GrpSts: 'ACCP' }],
        TxInfAndSts: [{ OrgnlTxId: 'TX-1', TxSts: 'ACCP' }],
      },
    },
  },
};

const transaction = 'document/FIToFICstmrCdtTrf/CdtTrfTxInf/0';

describeProfile(sepaSctInst, samples, {
  ...sepaCases('SCI'),
  'SCI-060': { at: `${transaction}/PmtTpInf/LclInstrm/Cd`, good: ['INST'], bad: ['CORE'] },
  'SCI-061': { at: 'document/FIToFICstmrCdtTrf/CdtTrfTxInf', good: [[{}]], bad: [[{}, {}], undefined] },
  'SCI-062': { at: 'document/FIToFICstmrCdtTrf/GrpHdr/NbOfTxs', good: ['1'], bad: ['2'] },
  'SCI-063': {
    at: `${transaction}/AccptncDtTm`,
    good: ['2026-11-23T14:15:00.123Z'],
    bad: ['2026-11-23T14:15:00', undefined],
  },
  'SCI-064': {
    sample: 'status',
    at: 'document/FIToFIPmtStsRpt/OrgnlGrpInfAndSts/0/GrpSts',
    good: ['RJCT', undefined],
    bad: ['PART'],
  },
  'SCI-065': {
    sample: 'status',
    at: 'document/FIToFIPmtStsRpt/TxInfAndSts/0/TxSts',
    good: ['RJCT', undefined],
    bad: ['ACSC'],
  },
});
