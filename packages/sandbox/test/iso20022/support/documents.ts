/** What differs between the messages of a test. */
export interface TransferOptions {
  readonly uetr?: string | undefined;
  readonly amount?: string;
  readonly currency?: string;
  readonly count?: string;
}

export const UETR = '8a562c67-ca16-48ba-b074-65581be6f011';

const CREATED = '2026-01-01T00:00:00.000Z';

function agent(side: string, member: string): string {
  return `<${side}><FinInstnId><ClrSysMmbId><MmbId>${member}</MmbId></ClrSysMmbId></FinInstnId></${side}>`;
}

/** A pacs.008 of one transaction. */
export function transferDocument(id: string, { amount = '50.00', currency = 'USD', ...options }: TransferOptions = {}) {
  const uetr = 'uetr' in options ? options.uetr : UETR;
  return (
    `<FIToFICstmrCdtTrf><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${CREATED}</CreDtTm><NbOfTxs>${options.count ?? '1'}</NbOfTxs>` +
    '<SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf></GrpHdr>' +
    `<CdtTrfTxInf><PmtId><InstrId>I-${id}</InstrId><EndToEndId>INV-1</EndToEndId><TxId>T-${id}</TxId>` +
    `${uetr === undefined ? '' : `<UETR>${uetr}</UETR>`}</PmtId>` +
    `<IntrBkSttlmAmt Ccy="${currency}">${amount}</IntrBkSttlmAmt><ChrgBr>SLEV</ChrgBr>` +
    `<Dbtr><Nm>Ann &amp; Co</Nm></Dbtr><DbtrAcct><Id><Othr><Id>00123</Id></Othr></Id></DbtrAcct>${agent('DbtrAgt', '021000021')}` +
    `${agent('CdtrAgt', '011000015')}<Cdtr><Nm>Zoë</Nm></Cdtr><CdtrAcct><Id><Othr><Id>00456</Id></Othr></Id></CdtrAcct>` +
    '<RmtInf><Ustrd>Invoice 1</Ustrd></RmtInf></CdtTrfTxInf></FIToFICstmrCdtTrf>'
  );
}

/** A pacs.028 on one transaction. */
export function inquiryDocument(id: string, original: string, uetr: string | undefined = UETR): string {
  return (
    `<FIToFIPmtStsReq><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${CREATED}</CreDtTm></GrpHdr>` +
    `<TxInf><OrgnlGrpInf><OrgnlMsgId>${original}</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>` +
    `${uetr === undefined ? '' : `<OrgnlUETR>${uetr}</OrgnlUETR>`}</TxInf></FIToFIPmtStsReq>`
  );
}

const REFERENCES = (original: string, uetr: string): string =>
  `<OrgnlGrpInf><OrgnlMsgId>${original}</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>` +
  `<OrgnlInstrId>I-${original}</OrgnlInstrId><OrgnlEndToEndId>INV-1</OrgnlEndToEndId><OrgnlUETR>${uetr}</OrgnlUETR>`;

/** A camt.056 for one transaction. */
export function recallDocument(id: string, original: string, uetr: string = UETR): string {
  const party = (side: string): string =>
    `<${side}><Agt><FinInstnId><BICFI>BANKUS33</BICFI></FinInstnId></Agt></${side}>`;
  return (
    `<FIToFIPmtCxlReq><Assgnmt><Id>${id}</Id>${party('Assgnr')}${party('Assgne')}<CreDtTm>${CREATED}</CreDtTm></Assgnmt>` +
    `<Case><Id>case-1</Id>${party('Cretr')}</Case>` +
    `<Undrlyg><TxInf><CxlId>cxl-1</CxlId>${REFERENCES(original, uetr)}` +
    '<CxlRsnInf><Rsn><Cd>CUST</Cd></Rsn></CxlRsnInf></TxInf></Undrlyg></FIToFIPmtCxlReq>'
  );
}

/** A pacs.004 of one transaction. */
export function returnDocument(id: string, uetr: string, amount: string): string {
  return (
    `<PmtRtr><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${CREATED}</CreDtTm><NbOfTxs>1</NbOfTxs>` +
    `<SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf></GrpHdr><TxInf><RtrId>R-${id}</RtrId>${REFERENCES('M1', uetr)}` +
    `<RtrdIntrBkSttlmAmt Ccy="USD">${amount}</RtrdIntrBkSttlmAmt>` +
    '<RtrRsnInf><Rsn><Cd>CUST</Cd></Rsn></RtrRsnInf></TxInf></PmtRtr>'
  );
}

/** A pain.013 of one transaction. */
export function requestDocument(id: string, amount: string, currency: string = 'USD'): string {
  return (
    `<CdtrPmtActvtnReq><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${CREATED}</CreDtTm><NbOfTxs>1</NbOfTxs><InitgPty><Nm>Shop</Nm>` +
    '</InitgPty></GrpHdr><PmtInf><PmtInfId>P1</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt><Dt>2026-01-02</Dt></ReqdExctnDt>' +
    `<Dbtr><Nm>Payer</Nm></Dbtr><DbtrAcct><Id><Othr><Id>777</Id></Othr></Id></DbtrAcct>${agent('DbtrAgt', '011000015')}` +
    `<CdtTrfTx><PmtId><EndToEndId>INV-9</EndToEndId><UETR>${UETR}</UETR></PmtId>` +
    `<Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt><ChrgBr>SLEV</ChrgBr>${agent('CdtrAgt', '021000021')}` +
    '<Cdtr><Nm>Shop</Nm></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>' +
    '</CdtTrfTx></PmtInf></CdtrPmtActvtnReq>'
  );
}
