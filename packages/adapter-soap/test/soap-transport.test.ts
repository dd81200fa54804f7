import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery } from '@polyrail/core/provider';
import { signXml } from '@polyrail/xml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { type EnvelopeParts, utilityNamespace, writeBody, writeEnvelope } from '../src/envelope.ts';
import type { MessageSecurity } from '../src/security/message-security.ts';
import { SigningKey } from '../src/security/signing-key.ts';
import { security11Namespace, securityNamespace } from '../src/security/vocabulary.ts';
import type { SoapResponse } from '../src/soap-response.ts';
import { soapTransport } from '../src/soap-transport.ts';
import { createCredential, now } from './support/credential.ts';
import { result } from './support/signed-answer.ts';

const merchant = await createCredential('merchant');
const bank = await createCredential('bank');
const signature = { key: SigningKey.ofPem(merchant.certificate, merchant.key) };
const bankKey = SigningKey.ofPem(bank.certificate, bank.key);
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** What the bank makes of the request that it got. */
let answer: (request: string) => string = () => '';
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    response.end(answer(Buffer.concat(chunks).toString()));
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

async function exchange(security: MessageSecurity | undefined): Promise<Delivery<SoapResponse>> {
  const { port } = server.address() as AddressInfo;
  const clock = {
    now: () => now,
    schedule: (delayMs: number, task: () => void) => clearTimeout.bind(null, setTimeout(task, delayMs)),
  };
  const transport = soapTransport({ origin: `http://127.0.0.1:${port}`, clock }, security);
  const parts: EnvelopeParts = { version: '1.1', headers: [], body: writeBody('1.1', '<pay></pay>', true) };
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  const request = { method: 'POST', path: '/', headers, body: writeEnvelope(parts), parts } as const;
  const delivery = await transport.send(request, { timeoutMs: 5_000 });
  await transport.close();
  return delivery;
}

async function verdict(security: MessageSecurity | undefined): Promise<SoapResponse['security']> {
  const delivery = await exchange(security);
  if (delivery.phase !== 'answered') throw new Error(delivery.phase);
  return delivery.response.security;
}

/** An answer that the bank signs, and in it the confirmation of a signature. */
function confirming(signatureValue: string): string {
  const [created, expires] = [now, now + 60_000].map((at) => new Date(at).toISOString());
  const text =
    `<s:Envelope xmlns:s="${soap}" xmlns:u="${utilityNamespace}"><s:Header><w:Security xmlns:w="${securityNamespace}">` +
    `<u:Timestamp u:Id="t"><u:Created>${created}</u:Created><u:Expires>${expires}</u:Expires></u:Timestamp>` +
    `<c:SignatureConfirmation xmlns:c="${security11Namespace}" u:Id="c" Value="${signatureValue}"/></w:Security></s:Header>` +
    `<s:Body u:Id="b">${result}</s:Body></s:Envelope>`;
  const security = [`{${soap}}Envelope`, `{${soap}}Header`, `{${securityNamespace}}Security`];
  return bankKey.use((key) =>
    signXml(text, {
      key: { algorithm: 'rsa-sha256', key },
      signatureIn: security,
      parts: [
        { name: 'body', path: [`{${soap}}Envelope`, `{${soap}}Body`], by: 'id' },
        { name: 'timestamp', path: [...security, `{${utilityNamespace}}Timestamp`], by: 'id' },
        { name: 'confirmation', path: [...security, `{${security11Namespace}}SignatureConfirmation`], by: 'id' },
      ],
    }),
  );
}

function signatureValueIn(request: string): string {
  return /<ds:SignatureValue>([^<]*)</.exec(request)?.[1] ?? '';
}

/** As xml-crypto has it. */
function isSignedBy(certificate: string, request: string): boolean {
  const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null, idMode: 'wssecurity' });
  verifier.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(request)?.[0] ?? '');
  return verifier.checkSignature(request);
}

describe('the transport', () => {
  it('sends a request without security as it was written', async () => {
    let received = '';
    answer = (request) => {
      received = request;
      return '';
    };
    expect((await verdict(undefined)).kind).toBe('not_required');
    expect(received).toBe(
      `<soap:Envelope xmlns:soap="${soap}"><soap:Body xmlns:soap="${soap}" xmlns:wsu="${utilityNamespace}" wsu:Id="body"><pay></pay></soap:Body></soap:Envelope>`,
    );
  });

  it('believes an answer that confirms the signature of its request', async () => {
    const answers = { trusted: [bank.certificate], confirmation: true };
    answer = (request) => confirming(signatureValueIn(request));
    expect((await verdict({ signature, answers })).kind).toBe('verified');
    answer = (request) => confirming(signatureValueIn(request).replace(/^./, (first) => (first === 'A' ? 'B' : 'A')));
    expect((await verdict({ signature, answers })).kind).toBe('refused');
    answer = () => confirming('');
    expect((await verdict({ signature, answers })).kind).toBe('refused');
  });

  it('believes the keys of a rotation, and no other', async () => {
    answer = () => confirming('x');
    const other = await createCredential('other');
    const of = (...trusted: string[]) => verdict({ signature, answers: { trusted } });
    expect((await of(bank.certificate)).kind).toBe('verified');
    expect((await of(other.certificate)).kind).toBe('refused');
  });

  it('signs with the key of the moment, and sends its certificate', async () => {
    const renewed = await createCredential('renewed');
    const keys = [merchant, renewed].map((credential) => SigningKey.ofPem(credential.certificate, credential.key));
    const received: string[] = [];
    answer = (request) => {
      received.push(request);
      return '';
    };
    let [now] = keys;
    const key = () => {
      if (now === undefined) throw new Error('CANARY');
      return now;
    };
    await exchange({ signature: { key } });
    now = keys[1];
    await exchange({ signature: { key } });
    now = undefined;
    const without = await exchange({ signature: { key } });
    for (const [index, { certificate }] of [merchant, renewed].entries()) {
      const request = received[index] ?? '';
      expect(request).toContain(new X509Certificate(certificate).raw.toString('base64'));
      expect(isSignedBy(certificate, request)).toBe(true);
    }
    expect(received).toHaveLength(2);
    expect(without).toEqual({
      phase: 'not_sent',
      fault: { code: 'credentials_unavailable', message: 'the request could not be secured' },
    });
  });

  it('leaves an unsigned fault to the table only where the host says so', async () => {
    const fault = '<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>';
    const unsigned = `<s:Envelope xmlns:s="${soap}"><s:Body>${fault}</s:Body></s:Envelope>`;
    answer = () => unsigned;
    const trusted = [bank.certificate];
    expect((await verdict({ signature, answers: { trusted } })).kind).toBe('refused');
    expect((await verdict({ signature, answers: { trusted, unsignedFaults: 'by_table' } })).kind).toBe('not_required');
    const addressed = unsigned.replace('<s:Body>', '<s:Header><a xmlns="urn:a"/></s:Header><s:Body>');
    expect(addressed).not.toBe(unsigned);
    answer = () => addressed;
    expect((await verdict({ signature, answers: { trusted, unsignedFaults: 'by_table' } })).kind).toBe('not_required');
    answer = () => unsigned.replace(fault, result);
    expect((await verdict({ signature, answers: { trusted, unsignedFaults: 'by_table' } })).kind).toBe('refused');
  });
});
