import type { Messages } from '@polyrail/adapter-iso20022/codec';

const agent = (member: string) => ({
  FinInstnId: {
    ClrSysMmbId: { ClrSysId: { Cd: 'USABA' }, MmbId: member },
    Nm: `Bank ${member}`,
    PstlAdr: {
      StrtNm: 'Main Street',
      BldgNb: '12',
      PstCd: '10019',
      TwnNm: 'New York',
      CtrySubDvsn: 'NY',
      Ctry: 'US',
    },
  },
});
const party = (name: string) => ({
  Nm: name,
  PstlAdr: { StrtNm: 'Example Street', BldgNb: '8', PstCd: '19147', TwnNm: 'Philadelphia', Ctry: 'US' },
});

/** A credit transfer as instant networks carry it: some 2.3 kB of XML. */
export const creditTransfer: Messages['pacs.008.001.08'] = {
  FIToFICstmrCdtTrf: {
    GrpHdr: {
      MsgId: '20261123B1QDRCQR000001',
      CreDtTm: '2026-11-23T10:00:00-05:00',
      NbOfTxs: '1',
      SttlmInf: { SttlmMtd: 'CLRG', ClrSys: { Cd: 'FDW' } },
    },
    CdtTrfTxInf: [
      {
        PmtId: {
          InstrId: 'Scenario01InstrId001',
          EndToEndId: 'Scenario01EndToEndId001',
          UETR: '8a562c67-ca16-48ba-b074-65581be6f011',
        },
        PmtTpInf: { LclInstrm: { Prtry: 'CTRC' } },
        IntrBkSttlmAmt: { Ccy: 'USD', value: '510000.74' },
        IntrBkSttlmDt: '2026-11-23',
        InstdAmt: { Ccy: 'USD', value: '510000.74' },
        ChrgBr: 'SLEV',
        InstgAgt: agent('011104238'),
        InstdAgt: agent('021040078'),
        Dbtr: party('Corporation A'),
        DbtrAcct: { Id: { Othr: { Id: '5647772655' } } },
        DbtrAgt: agent('011104238'),
        CdtrAgt: agent('021040078'),
        Cdtr: party('Corporation B'),
        CdtrAcct: { Id: { Othr: { Id: '567876543' } } },
        RmtInf: { Ustrd: ['Invoice 4711 of November'] },
      },
    ],
  },
};
