import { httpResponse } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { judgeResponse, type ResponseWords } from '../src/judge-response.ts';
import { soapResponse } from '../src/soap-response.ts';
import { loadBank } from './support/wsdl-folder.ts';

const { output } = (await loadBank()).operation('pay');
const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const words: ResponseWords = {
  version: '1.1',
  faults: { meanings: { Full: 'unavailable', NoFunds: { declined: 'insufficient_funds' } } },
  statuses: undefined,
};

const result = '<payResponse xmlns="urn:bank"><id>1</id><amount>12345678901234567.89</amount></payResponse>';

function envelope(content: string, namespace = soap11): string {
  return `<s:Envelope xmlns:s="${namespace}"><s:Body>${content}</s:Body></s:Envelope>`;
}

function judged(body: string, { status = 200, type = 'text/xml', own = words } = {}) {
  const seen: unknown[] = [];
  const outcome = judgeResponse(
    soapResponse(httpResponse(status, { 'content-type': type }, body)),
    output,
    own,
    (found) => {
      seen.push(found);
      return { kind: 'succeeded', value: { providerReference: '1' } } as const;
    },
  );
  return { outcome, seen };
}

describe('a result', () => {
  it('is read by its schema, with every digit', () => {
    const { outcome, seen } = judged(
      envelope(
        result.replace(
          '</payResponse>',
          '<sequenceNumber>9007199254740993</sequenceNumber><note>a</note></payResponse>',
        ),
      ),
    );
    expect(outcome.kind).toBe('succeeded');
    expect(seen).toEqual([
      { id: '1', amount: '12345678901234567.89', sequenceNumber: '9007199254740993', note: ['a'] },
    ]);
  });

  it('may have elements that the schema does not know, and null for a nil', () => {
    const nil = '<sequenceNumber xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
    const { seen } = judged(envelope(result.replace('</payResponse>', `${nil}<colour>red</colour></payResponse>`)));
    expect(seen).toEqual([{ id: '1', amount: '12345678901234567.89', sequenceNumber: null }]);
  });

  it('has null for a nil, whether or not the schema allows one', () => {
    const nil = '<amount xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
    const { seen } = judged(envelope(result.replace(/<amount>.*<\/amount>/, nil)));
    expect(seen).toEqual([{ id: '1', amount: null }]);
  });

  it('may be a list as long as the limits allow, and is read in linear time', () => {
    const startedAt = performance.now();
    const { seen } = judged(envelope(result.replace('</payResponse>', `${'<note/>'.repeat(49_000)}</payResponse>`)));
    expect(seen).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });

  it('is refused by name where it is encrypted', () => {
    const encrypted = '<e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData/></e:EncryptedData>';
    const { outcome, seen } = judged(envelope(encrypted));
    expect(outcome).toMatchObject({ kind: 'unknown', message: expect.stringContaining('XML Encryption') });
    expect(seen).toEqual([]);
  });

  it.each<[string, string]>([
    ['is another element', envelope(result.replaceAll('payResponse', 'otherResponse'))],
    ['is in another namespace', envelope(result.replace('urn:bank', 'urn:other'))],
    ['is there twice', envelope(result + result)],
    ['has one element twice', envelope(result.replace('<id>', '<id>0</id><id>'))],
    ['has elements in place of text', envelope(result.replace('<id>1', '<id><b>1</b>'))],
    ['has text beside elements', envelope(result.replace('<id>', 'x<id>'))],
    ['is cut', envelope(result).slice(0, 150)],
    ['is followed by another envelope', envelope(result) + envelope(result)],
    ['is in a second Body', envelope(result).replace('</s:Envelope>', `<s:Body>${result}</s:Body></s:Envelope>`)],
    ['is in a Header', envelope(result).replaceAll('s:Body', 's:Header')],
    ['is outside of the Body', `<s:Envelope xmlns:s="${soap11}">${result}<s:Body/></s:Envelope>`],
    ['is in an envelope of the other version', envelope(result, soap12)],
    ['has a DOCTYPE', `<!DOCTYPE a>${envelope(result)}`],
    ['expands an entity', `<!DOCTYPE a [<!ENTITY b "1">]>${envelope(result.replace('>1<', '>&b;<'))}`],
    ['is nested too deep', envelope('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
    ['is in a Body with text', envelope(`x${result}`)],
    ['is nothing', ''],
  ])('that %s reaches no mapper', (_name, body) => {
    const { outcome, seen } = judged(body);
    expect(outcome).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
    expect(seen).toEqual([]);
  });

  it.each([
    [500, 'text/xml'],
    [200, 'text/html'],
    [200, 'multipart/related; type="application/xop+xml"'],
  ])('with status %i and type %s reaches no mapper', (status, type) => {
    const { outcome, seen } = judged(envelope(result), { status, type });
    expect(outcome.kind).toBe('unknown');
    expect(seen).toEqual([]);
  });
});

function fault11(code: string): string {
  return envelope(`<s:Fault><faultcode>s:${code}</faultcode><faultstring>why</faultstring></s:Fault>`);
}

function fault12(code: string, subcode: string): string {
  return envelope(
    `<s:Fault><s:Code><s:Value>s:${code}</s:Value><s:Subcode><s:Value>x:${subcode}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">why</s:Text></s:Reason></s:Fault>`,
    soap12,
  );
}

describe.each([200, 500])('a fault with status %i', (status) => {
  it.each([
    ['MustUnderstand', 'rejected', 'provider_refused'],
    ['Server.Full', 'rejected', 'provider_unavailable'],
    ['Server.NoFunds', 'declined', 'insufficient_funds'],
    ['FailedAuthentication', 'rejected', 'provider_unauthorized'],
  ])('%s is %s: %s', (code, kind, reason) => {
    expect(judged(fault11(code), { status }).outcome).toMatchObject({ kind, reason, raw: { message: 'why' } });
    if (code.startsWith('Server.')) {
      const twelve = { status, type: 'application/soap+xml', own: { ...words, version: '1.2' } as const };
      expect(judged(fault12('Receiver', code.slice(7)), twelve).outcome).toMatchObject({ kind, reason });
    }
  });

  it.each(['Server', 'Quantum', '', 'Server.toString', 'Client', 'Client.Timeout', 'Server.Sender'])(
    'that no table knows is unknown: %s',
    (code) => {
      expect(judged(fault11(code), { status }).outcome).toMatchObject({ kind: 'unknown', cause: 'provider_error' });
    },
  );

  it('has a code in its detail where the provider says so', () => {
    const detail = fault11('Server').replace('</s:Fault>', '<detail><f><code>NoFunds</code></f></detail></s:Fault>');
    const own: ResponseWords = {
      ...words,
      faults: { ...words.faults, codeOf: ({ detail: found }) => JSON.stringify(found).match(/NoFunds/)?.[0] },
    };
    expect(judged(detail, { status, own }).outcome).toMatchObject({ kind: 'declined' });
  });
});

it.each([
  ['cut', fault11('Server').slice(0, -20), 'text/xml'],
  ['of another version', fault12('Receiver', 'Late'), 'application/soap+xml'],
  ['called a page', fault11('Server'), 'text/html'],
  ['beside an attachment', `--b\r\n\r\n${fault11('Server')}\r\n--b--`, 'multipart/related; boundary=b'],
])('an envelope that is %s may say that it was executed, whatever the status', (_name, body, type) => {
  expect(judged(body, { status: 400, type }).outcome).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
  const own: ResponseWords = { ...words, statuses: { 400: 'refused' } };
  expect(judged(body, { status: 400, type, own }).outcome).toMatchObject({ kind: 'rejected' });
});

it.each([
  [429, 'rejected'],
  [401, 'rejected'],
  [503, 'unknown'],
  [502, 'unknown'],
  [200, 'unknown'],
])('a status %i without an envelope is %s', (status, kind) => {
  expect(judged('<html>', { status, type: 'text/html' }).outcome.kind).toBe(kind);
});
