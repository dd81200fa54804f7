import { soapResponse } from '@polyrail/adapter-soap';
import { money } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { decode, identifier, key, requests } from './bench.ts';

function reply(decision: string, code: string, services = ''): ReturnType<typeof soapResponse> {
  const content =
    `<c:merchantReferenceCode>${key}</c:merchantReferenceCode><c:requestID>7001</c:requestID><c:decision>${decision}</c:decision>` +
    `<c:reasonCode>${code}</c:reasonCode><c:requestToken>t</c:requestToken>` +
    `<c:purchaseTotals><c:currency>EUR</c:currency></c:purchaseTotals>${services}`;
  const body =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<c:replyMessage xmlns:c="urn:schemas-cybersource-com:transaction-data-1.224">${content}</c:replyMessage></s:Body></s:Envelope>`;
  return soapResponse(httpResponse(200, { 'content-type': 'text/xml' }, body));
}

function service(name: string, code = '100', amount = '1234567.89'): string {
  return `<c:${name}><c:reasonCode>${code}</c:reasonCode><c:amount>${amount}</c:amount><c:other>x</c:other></c:${name}>`;
}

const both = service('ccAuthReply') + service('ccCaptureReply');

describe('a reply', () => {
  it('is a success where everything says so', () => {
    expect(decode.charge(reply('ACCEPT', '100', both))).toMatchObject({
      kind: 'succeeded',
      value: { providerReference: '7001', amount: money(123_456_789n, 'EUR'), reference: key },
    });
  });

  it.each([
    ['a service is missing', reply('ACCEPT', '100', service('ccAuthReply'))],
    [
      'a service says something else',
      reply('ACCEPT', '100', service('ccAuthReply') + service('ccCaptureReply', '150')),
    ],
    ['the reason says something else', reply('ACCEPT', '204', both)],
    ['the decision says something else', reply('REJECT', '100', both)],
    ['the decision is unknown', reply('QUANTUM', '100', both)],
    ['an error has the reason of a decline', reply('ERROR', '204')],
    ['a reason is unknown', reply('REJECT', '999')],
    ['a reason is a property of every object', reply('REJECT', 'constructor')],
  ])('is unknown where %s', (_name, answer) => {
    expect(decode.charge(answer)?.kind).toBe('unknown');
  });

  it.each(['104', '110', '150', '151', '152', '200', '230', '250'])('with reason %s leaves a doubt', (code) => {
    for (const decision of ['REJECT', 'ERROR'])
      expect(decode.charge(reply(decision, code))).toMatchObject({ kind: 'unknown', raw: { code } });
  });

  it.each([
    ['202', 'expired_instrument'],
    ['204', 'insufficient_funds'],
    ['205', 'lost_or_stolen'],
    ['210', 'limit_exceeded'],
    ['231', 'invalid_account'],
    ['233', 'do_not_honour'],
    ['475', 'authentication_required'],
    ['481', 'suspected_fraud'],
  ])('with reason %s is the decline %s', (code, reason) => {
    expect(decode.authorize(reply('REJECT', code))).toMatchObject({ kind: 'declined', reason });
  });

  it('names the fields for which it is refused', () => {
    const refused = decode.charge(reply('REJECT', '101', '<c:missingField>c:card</c:missingField>'));
    // It stands out of order, and is read all the same.
    expect(refused).toMatchObject({ kind: 'rejected', message: 'refused for c:card' });
  });

  it('that is under review is pending', () => {
    expect(decode.charge(reply('REVIEW', '480', both))).toMatchObject({ kind: 'pending' });
  });
});

describe('a time-out reversal', () => {
  it('names one execution in 30 characters', () => {
    expect(requests['reversal of a charge']?.body).toContain(
      `<n0:voidService run="true"></n0:voidService><n0:merchantTransactionIdentifier>${identifier}<`,
    );
    expect(identifier).toHaveLength(30);
    expect(requests['reversal of an authorization']?.body).toContain('<n0:ccAuthReversalService run="true">');
  });

  it.each([
    ['100', 'ACCEPT', 'succeeded'],
    ['237', 'REJECT', 'succeeded'],
    ['246', 'REJECT', 'unknown'],
    ['150', 'ERROR', 'unknown'],
  ])('that comes to %s is %s: %s', (code, decision, kind) => {
    expect(decode.reversal(reply(decision, code))?.kind).toBe(kind);
  });

  it('of nothing finds nothing', () => {
    const absent = '<c:invalidField>c:merchantTransactionIdentifier</c:invalidField>';
    expect(decode.reversal(reply('REJECT', '102', absent))?.kind).toBe('not_found');
    expect(decode.reversal(reply('REJECT', '102'))?.kind).toBe('unknown');
  });
});
