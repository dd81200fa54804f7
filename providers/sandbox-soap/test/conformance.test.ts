import { soapResponse } from '@polyrail/adapter-soap';
import { declineReasons } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { DEFAULT_API_KEY } from '@polyrail/sandbox';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { subject } from './sandbox-bench.ts';

const xml = { 'content-type': 'text/xml; charset=utf-8' };
const statuses = [200, 202, 400, 402, 404, 409, 500, 503];

function envelope(content: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
}

function answer(name: string, fields: string): string {
  return envelope(`<${name}Response xmlns="urn:polyrail:sandbox:acquirer:1">${fields}</${name}Response>`);
}

const resource = '<resource><id>tr_1</id><state>SUCCEEDED</state><currency>USD</currency></resource>';
const accepted = `<status>ACCEPTED</status><amount>5000</amount>${resource}`;

const conformanceSubject: ConformanceSubject = {
  ...subject,
  secrets: [DEFAULT_API_KEY],
  answersWith: (body) => statuses.map((status) => soapResponse(httpResponse(status, xml, body))),
  hostileBodies: [
    envelope(''),
    envelope(accepted),
    answer('quantum', accepted),
    answer('transfer', accepted).replace(':1"', ':2"'),
    answer('transfer', accepted + resource),
    answer('transfer', accepted.replace('5000', '-5000')),
    answer('transfer', accepted.replace('5000', '5e3')),
    answer('transfer', accepted.replace('USD', 'XXXX')),
    answer('transfer', accepted.replace('<id>tr_1</id>', '')),
    answer('transfer', accepted).replace('<s:Envelope', '<!DOCTYPE a [<!ENTITY b "c">]><s:Envelope'),
    answer('transfer', accepted).slice(0, -20),
    answer('transfer', accepted) + answer('transfer', accepted),
  ],
  declines: (
    ['do_not_honour', 'invalid_account', 'insufficient_funds', 'expired_instrument', 'limit_exceeded'] as const
  ).map((reason) => {
    const fields = `<status>DECLINED</status><responseCode>${declineReasons[reason].iso8583}</responseCode>`;
    return { reason, answer: soapResponse(httpResponse(200, xml, answer('charge', fields))) };
  }),
};

conformance({ describe, it }, conformanceSubject);
