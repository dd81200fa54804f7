import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_API_KEY, type Sandbox, startSandbox } from '../../src/index.ts';
import { distortXml } from '../../src/soap/distort-xml.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 1 });
});

afterEach(() => sandbox.close());

async function call(content: string, apiKey = DEFAULT_API_KEY): Promise<{ status: number; text: string }> {
  const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'text/xml; charset=utf-8' };
  const response = await fetch(`${sandbox.url}/soap`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

function charge(amount: string, key: string): string {
  return `<charge xmlns="urn:polyrail:sandbox:acquirer:1"><idempotencyKey>${key}</idempotencyKey><amount>${amount}</amount><currency>EUR</currency><source><token>tok_1</token></source><capture>true</capture></charge>`;
}

describe('the acquirer over SOAP', () => {
  it('serves its WSDL', async () => {
    const response = await fetch(`${sandbox.url}/soap?wsdl`);
    expect(await response.text()).toContain('<wsdl:operation name="charge">');
  });

  it('keeps integers that a number cannot hold', async () => {
    const { text } = await call(charge('9007199254740993', 'key-1'));
    expect(text).toMatch(/<(\w+:)?amount>9007199254740993</);
    expect(sandbox.book.movements()[0]).toMatchObject({ amount: 9007199254740993n });
  });

  it('executes one key once, and refuses it for something else', async () => {
    const first = await call(charge('5000', 'key-1'));
    expect(await call(charge('5000', 'key-1'))).toEqual(first);
    const other = await call(charge('5100', 'key-1'));
    expect(other).toMatchObject({ status: 500, text: expect.stringContaining('soap:Client.KeyReused') });
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(sandbox.requests.list('key-1').map(({ operation }) => operation)).toEqual(['charge', 'charge', 'charge']);
  });

  it.each([
    ['5051', 200, /<(\w+:)?status>DECLINED<.*<(\w+:)?responseCode>51</s],
    ['5096', 500, /soap:Server\.SystemError/],
  ])('decides %s by its last two digits', async (amount, status, text) => {
    expect(await call(charge(amount, 'key-1'))).toMatchObject({ status, text: expect.stringMatching(text) });
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it.each([
    ['no amount', charge('', 'key-1')],
    ['a fraction', charge('50.5', 'key-1')],
    ['no such payment', '<void xmlns="urn:polyrail:sandbox:acquirer:1"><paymentId>ch_1</paymentId></void>'],
    ['no operation', '<quantum xmlns="urn:polyrail:sandbox:acquirer:1"/>'],
    ['no XML', '<charge'],
  ])('answers %s with a fault', async (_name, content) => {
    expect(await call(content)).toMatchObject({ status: 500, text: expect.stringContaining('Fault>') });
  });

  it('tells of nothing by webhook: the REST front does', async () => {
    await call(charge('5000', 'key-1'));
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(sandbox.webhooks.events()).toHaveLength(0);
  });

  it('lets nobody in without a key of its API', async () => {
    expect(await call(charge('5000', 'key-1'), 'other')).toMatchObject({ status: 401 });
    expect(sandbox.book.movements()).toHaveLength(0);
  });
});

it('lies about what a distortion names, and about nothing else', () => {
  const body = '<a:amount>5000</a:amount><a:currency>EUR</a:currency><a:id>1</a:id>';
  const elements = { other_amount: ['amount'], other_currency: ['currency'], other_reference: [], unknown_status: [] };
  expect(distortXml(body, 'other_amount', elements)).toBe(body.replace('5000', '5001'));
  expect(distortXml(body, 'other_currency', elements)).toBe(body.replace('EUR', 'USD'));
  expect(distortXml(body, 'data_with_errors', elements)).toBe(body);
  const decimal = '<a:amount>49.99</a:amount>';
  expect(distortXml(decimal, 'other_amount', elements)).toBe('<a:amount>50.00</a:amount>');
});
