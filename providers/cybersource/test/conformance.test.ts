import { soapResponse } from '@polyrail/adapter-soap';
import { httpResponse } from '@polyrail/http';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { secret, startBench, subject } from './cybersource-bench.ts';

const xml = { 'content-type': 'text/xml; charset=utf-8' };
const data = 'urn:schemas-cybersource-com:transaction-data-1.224';

function envelope(content: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
}

function reply(decision: string, reason: string, services = ''): string {
  const fields = `<requestID>7001</requestID><decision>${decision}</decision><reasonCode>${reason}</reasonCode>`;
  return envelope(
    `<replyMessage xmlns="${data}">${fields}<requestToken>t</requestToken>` +
      `<purchaseTotals><currency>EUR</currency></purchaseTotals>${services}</replyMessage>`,
  );
}

const names = ['ccAuthReply', 'ccCaptureReply', 'ccCreditReply', 'ccAuthReversalReply', 'voidReply'];
const services = names.map((name) => `<${name}><reasonCode>100</reasonCode><amount>50.00</amount></${name}>`).join('');
const accepted = reply('ACCEPT', '100', services);

const conformanceSubject: ConformanceSubject = {
  ...subject,
  async start() {
    const bench = await startBench();
    // What turns a request away here is a limit: a 503 does not say what was executed.
    return {
      ...bench,
      arm: (fault, times) => bench.arm(fault === 'unavailable_503' ? 'throttle_429_seconds' : fault, times),
    };
  },
  secrets: [secret, secret.split('\n')[1] ?? ''],
  answersWith: (body) => [200, 400, 500, 503].map((status) => soapResponse(httpResponse(status, xml, body))),
  hostileBodies: [
    envelope(''),
    reply('ACCEPT', '150', services),
    reply('ACCEPT', '100'),
    reply('ACCEPT', '100', services.replaceAll('>100<', '>150<')),
    reply('REJECT', '100', services),
    reply('REVIEW', '100', services),
    reply('accept', '100', services),
    accepted.replace('<requestID>7001</requestID>', ''),
    accepted.replace(data, `${data}5`),
    accepted.replace('<decision>ACCEPT</decision>', '<decision>REJECT</decision><decision>ACCEPT</decision>'),
    accepted.replace('replyMessage ', 'requestMessage ').replace('/replyMessage', '/requestMessage'),
    accepted.replace('<s:Envelope', '<!DOCTYPE a [<!ENTITY b "c">]><s:Envelope'),
    accepted.slice(0, -20),
    accepted + accepted,
  ],
  declines: (
    [
      ['202', 'expired_instrument'],
      ['204', 'insufficient_funds'],
      ['207', 'issuer_unavailable'],
      ['210', 'limit_exceeded'],
      ['231', 'invalid_account'],
      ['233', 'do_not_honour'],
    ] as const
  ).map(([code, reason]) => ({ reason, answer: soapResponse(httpResponse(200, xml, reply('REJECT', code))) })),
};

conformance({ describe, it }, conformanceSubject);
