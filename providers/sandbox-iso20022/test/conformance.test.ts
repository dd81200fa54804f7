import { type BusinessMessage, message, type NetworkAnswer } from '@polyrail/adapter-iso20022';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { memberPem, subject } from './sandbox-bench.ts';

// What the kit names the operation of a specimen, and a payment that was asked for.
const key = 'c0ffee00c0ffee00c0ffee00c0';
const original = { verb: 'requestPayment', providerReference: key } as const;

/** A status report on the operation of a specimen, as the transport hands it on. */
function report(status: string, reason: string): NetworkAnswer {
  const xml = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-23T12:00:00Z</CreDtTm></GrpHdr><TxInfAndSts><OrgnlInstrId>${key}</OrgnlInstrId><TxSts>${status}</TxSts><StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf></TxInfAndSts></FIToFIPmtStsRpt></Document>`;
  return { kind: 'message', message: read(xml) };
}

function read(xml: string): BusinessMessage {
  const reading = message('pacs.002.001.10').read(xml);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.issues));
  return { header: undefined, document: { id: 'pacs.002.001.10', value: reading.value } };
}

const conformanceSubject: ConformanceSubject = {
  ...subject,
  original,
  refundsSamples: false,
  secrets: [memberPem.split('\n')[1] ?? ''],
  // What is not signed, or no message, reaches a mapper as nothing but a reason.
  answersWith: (body): readonly NetworkAnswer[] => [
    { kind: 'unreadable', reason: body.slice(0, 40) },
    { kind: 'refused', decoded: { kind: 'unknown', cause: 'answer_unreadable', message: 'no XML' } },
    { kind: 'accepted' },
  ],
  declines: [
    { reason: 'do_not_honour', answer: report('RJCT', 'MS03') },
    { reason: 'invalid_account', answer: report('RJCT', 'AC01') },
    { reason: 'insufficient_funds', answer: report('RJCT', 'AM04') },
    { reason: 'limit_exceeded', answer: report('RJCT', 'AM14') },
    { reason: 'account_closed', answer: report('RJCT', 'AC04') },
  ],
};

conformance({ describe, it }, conformanceSubject);
