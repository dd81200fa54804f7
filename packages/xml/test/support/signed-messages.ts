import { signXml } from '../../src/signature/sign-xml.ts';
import type { SignaturePlacement } from '../../src/signature/signature-placement.ts';
import type { SignaturePolicy } from '../../src/signature/verify-xml.ts';
import { ringOf, rsa } from './signing-keys.ts';

export const nowMs = Date.UTC(2026, 10, 23);

const head = 'urn:iso:std:iso:20022:tech:xsd:head.001.001.02';
const pacs = 'urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';
const wsse = `${wss}-secext-1.0.xsd`;
const wsu = `${wss}-utility-1.0.xsd`;

/** A message with its business application header, in an envelope as networks have. */
export const isoMessage = `<?xml version="1.0" encoding="UTF-8"?>
<n:Message xmlns:n="urn:network" xmlns:h="${head}">
  <h:AppHdr><h:BizMsgIdr>M1</h:BizMsgIdr><h:Sgntr/></h:AppHdr>
  <Document xmlns="${pacs}" Id="doc"><FIToFICstmrCdtTrf><IntrBkSttlmAmt Ccy="USD">10.00</IntrBkSttlmAmt></FIToFICstmrCdtTrf></Document>
</n:Message>`;

const root = '{urn:network}Message';
const sgntr = [root, `{${head}}AppHdr`, `{${head}}Sgntr`];

/** The whole message, from inside the header. */
export const isoPlacement: SignaturePlacement = {
  signatureIn: sgntr,
  parts: [{ name: 'message', path: [root], by: 'document' }],
};

/** The document alone, by its id. */
export const isoByIdPlacement: SignaturePlacement = {
  signatureIn: sgntr,
  parts: [{ name: 'document', path: [root, `{${pacs}}Document`], by: 'id' }],
};

export const soapMessage = `<soap:Envelope xmlns:soap="${soap}" xmlns:wsu="${wsu}"><soap:Header><wsse:Security xmlns:wsse="${wsse}"><wsu:Timestamp wsu:Id="ts"><wsu:Created>2026-11-23T00:00:00Z</wsu:Created></wsu:Timestamp></wsse:Security></soap:Header><soap:Body wsu:Id="body"><p:payResponse xmlns:p="urn:pay"><p:amount>10.00</p:amount></p:payResponse></soap:Body></soap:Envelope>`;

const security = [`{${soap}}Envelope`, `{${soap}}Header`, `{${wsse}}Security`];

/** Body and Timestamp by their ids, in the WS-Security header. */
export const soapPlacement: SignaturePlacement = {
  signatureIn: security,
  parts: [
    { name: 'body', path: [`{${soap}}Envelope`, `{${soap}}Body`], by: 'id' },
    { name: 'timestamp', path: [...security, `{${wsu}}Timestamp`], by: 'id' },
  ],
};

/** A genuine message, signed with the trusted RSA key. */
export function genuine(message: string, placement: SignaturePlacement): string {
  return signXml(message, { ...placement, key: { algorithm: 'rsa-sha256', key: rsa.privateKey } });
}

/** The policy that trusts that key. */
export function policyOf(placement: SignaturePlacement, ring = ringOf()): SignaturePolicy {
  return { ...placement, trustedKey: (hint) => ring.find(hint, nowMs) };
}

const nvlp = 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01';
const oldHead = 'urn:iso:std:iso:20022:tech:xsd:head.001.001.01';
const pain = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const appHdr = [`{${nvlp}}BizMsgEnvlp`, `{${nvlp}}Hdr`, `{${head}}AppHdr`];
const envelopedDocument = [`{${nvlp}}BizMsgEnvlp`, `{${nvlp}}Doc`, `{${pacs}}Document`];

/** A business message in the envelope of ISO 20022, in canonical form. */
export const envelopeMessage = `<BizMsgEnvlp xmlns="${nvlp}"><Hdr><AppHdr xmlns="${head}" Id="hdr"><BizMsgIdr>M1</BizMsgIdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr><Sgntr></Sgntr></AppHdr></Hdr><Doc><Document xmlns="${pacs}" Id="doc"><FIToFICstmrCdtTrf><IntrBkSttlmAmt Ccy="USD">10.00</IntrBkSttlmAmt><SplmtryData><Envlp></Envlp></SplmtryData></FIToFICstmrCdtTrf></Document></Doc></BizMsgEnvlp>`;

/** The whole envelope, from inside the business application header. */
export const envelopePlacement: SignaturePlacement = {
  signatureIn: [...appHdr, `{${head}}Sgntr`],
  parts: [{ name: 'envelope', path: [`{${nvlp}}BizMsgEnvlp`], by: 'document' }],
};

/** Header and document, each by its id. */
export const envelopeByIdPlacement: SignaturePlacement = {
  signatureIn: [...appHdr, `{${head}}Sgntr`],
  parts: [
    { name: 'header', path: appHdr, by: 'id', transforms: ['enveloped-signature', 'exclusive'] },
    { name: 'document', path: envelopedDocument, by: 'id' },
  ],
};

/** As on the RTP network: the payload beside the header, all namespaces at the root. */
export const tchMessage = `<Message xmlns="urn:tch" xmlns:ct="${pacs}" xmlns:hdr="${oldHead}"><AppHdr><hdr:BizMsgIdr>M1</hdr:BizMsgIdr><hdr:Sgntr></hdr:Sgntr></AppHdr><CreditTransfer><ct:FIToFICstmrCdtTrf><ct:IntrBkSttlmAmt Ccy="USD">10.00</ct:IntrBkSttlmAmt></ct:FIToFICstmrCdtTrf></CreditTransfer></Message>`;

/** The whole message in C14N 1.1, with SignedInfo in C14N 1.0. */
export const tchPlacement: SignaturePlacement = {
  signatureIn: ['{urn:tch}Message', '{urn:tch}AppHdr', `{${oldHead}}Sgntr`],
  parts: [
    { name: 'message', path: ['{urn:tch}Message'], by: 'document', transforms: ['enveloped-signature', 'c14n11'] },
  ],
};

/** A document without a header: its supplementary data has place for a signature. */
export const documentMessage = `<Document xmlns="${pain}"><CstmrCdtTrfInitn><PmtInf><InstdAmt Ccy="EUR">10.00</InstdAmt></PmtInf><SplmtryData><Envlp></Envlp></SplmtryData></CstmrCdtTrfInitn></Document>`;

/** The whole document, from inside of it. */
export const documentPlacement: SignaturePlacement = {
  signatureIn: [`{${pain}}Document`, `{${pain}}CstmrCdtTrfInitn`, `{${pain}}SplmtryData`, `{${pain}}Envlp`],
  parts: [{ name: 'document', path: [`{${pain}}Document`], by: 'document' }],
};
