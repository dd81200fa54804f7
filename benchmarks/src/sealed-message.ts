import type { SignaturePlacement } from '@polyrail/xml';

const network = 'urn:network';
const head = 'urn:iso:std:iso:20022:tech:xsd:head.001.001.02';
const pacs = 'urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08';

/** A pacs.008 with its business application header in an envelope, of the size that networks see: about 3 KB. */
export const sealedMessage: string = `<n:Message xmlns:n="${network}"><AppHdr xmlns="${head}"><Fr><FIId><FinInstnId>${member('021000021')}</FinInstnId></FIId></Fr><To><FIId><FinInstnId>${member('026009593')}</FinInstnId></FIId></To><BizMsgIdr>20261123021000021000000001</BizMsgIdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr><CreDt>2026-11-23T12:00:00Z</CreDt><Sgntr></Sgntr></AppHdr><Document xmlns="${pacs}"><FIToFICstmrCdtTrf><GrpHdr><MsgId>20261123021000021000000001</MsgId><CreDtTm>2026-11-23T12:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>CLRG</SttlmMtd><ClrSys><Cd>FDN</Cd></ClrSys></SttlmInf></GrpHdr><CdtTrfTxInf><PmtId><InstrId>INSTR-000001</InstrId><EndToEndId>E2E-000001</EndToEndId><TxId>TX-000001</TxId><UETR>8a562c67-ca16-48ba-b074-65581be6f011</UETR></PmtId><IntrBkSttlmAmt Ccy="USD">1251.74</IntrBkSttlmAmt><IntrBkSttlmDt>2026-11-23</IntrBkSttlmDt><ChrgBr>SLEV</ChrgBr><InstgAgt><FinInstnId>${member('021000021')}</FinInstnId></InstgAgt><InstdAgt><FinInstnId>${member('026009593')}</FinInstnId></InstdAgt>${party('Dbtr', 'Ada Payer', '00123456789')}${party('Cdtr', 'Bo Receiver &amp; Sons', '00987654321')}<Purp><Cd>GDDS</Cd></Purp><RmtInf><Ustrd>Invoice 4711 of 2026-11-01</Ustrd></RmtInf></CdtTrfTxInf></FIToFICstmrCdtTrf></Document></n:Message>`;

/** The whole envelope, signed inside of the header. */
export const sealedPlacement: SignaturePlacement = {
  signatureIn: [`{${network}}Message`, `{${head}}AppHdr`, `{${head}}Sgntr`],
  parts: [{ name: 'message', path: [`{${network}}Message`], by: 'document' }],
};

function member(routing: string): string {
  return `<ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>${routing}</MmbId></ClrSysMmbId>`;
}

function party(role: 'Dbtr' | 'Cdtr', name: string, account: string): string {
  const agent = `<${role}Agt><FinInstnId>${member('021000021')}</FinInstnId></${role}Agt>`;
  const holder = `<${role}><Nm>${name}</Nm><PstlAdr><StrtNm>Main Street</StrtNm><BldgNb>12</BldgNb><PstCd>10001</PstCd><TwnNm>New York</TwnNm><Ctry>US</Ctry></PstlAdr></${role}><${role}Acct><Id><Othr><Id>${account}</Id></Othr></Id></${role}Acct>`;
  return role === 'Dbtr' ? holder + agent : agent + holder;
}
