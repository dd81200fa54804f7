import { Secret } from '@polyrail/core/provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeResponse } from '../src/judge-response.ts';
import { requestWriter, type SoapRequest } from '../src/request-writer.ts';
import { type MessageSecurity, type RequestSignature, signedParts } from '../src/security/message-security.ts';
import { secureRequest } from '../src/security/secure-request.ts';
import { SigningKey } from '../src/security/signing-key.ts';
import { soapTransport } from '../src/soap-transport.ts';
import { type Credential, createCredential, now } from './support/credential.ts';
import { hasZeep, startZeepBank, type ZeepBank } from './support/zeep-bank.ts';

const merchant = await createCredential('merchant');
const bank = await createCredential('bank');
const rogue = await createCredential('bank');
const curve = await createCredential('merchant', 'ec');

const clock = {
  now: () => now,
  schedule: (delayMs: number, task: () => void) => clearTimeout.bind(null, setTimeout(task, delayMs)),
};
const words = { version: '1.1', faults: {}, statuses: undefined } as const;
const payment = {
  '@run': 'true',
  amount: '12345678901234567.89',
  currency: 'EUR',
  sequenceNumber: 9007199254740993n,
  note: ['a < b & c', 'zwölf'],
};

function signedWith({ certificate, key }: Credential, own: Omit<RequestSignature, 'key'> = {}): MessageSecurity {
  const usernameToken = { username: 'a&b', password: new Secret('p<w>'), type: 'digest' } as const;
  return {
    usernameToken,
    signature: { key: SigningKey.ofPem(certificate, key), ...own },
    answers: { trusted: [bank.certificate] },
  };
}

// zeep is what npm test need not have: npm run interop installs it.
describe.skipIf(!hasZeep)('python3-zeep', () => {
  let zeep: ZeepBank;

  beforeAll(async () => {
    zeep = await startZeepBank({ merchant, bank, rogue, curve });
  }, 60_000);
  afterAll(() => zeep.close());

  function requestOf(security: MessageSecurity, path: string): SoapRequest {
    const { wsdl, origin } = zeep;
    const { output: _, ...operation } = wsdl.operation('pay');
    const signed = signedParts(security);
    const options = {
      wsdl,
      version: '1.1',
      path,
      to: origin + path,
      headers: [],
      maxRequestBytes: 65_536,
      signed,
    } as const;
    return requestWriter(options)(operation, payment, 'key-1');
  }

  /** Sends a payment to zeep, and reads what it answers. */
  async function pay(security: MessageSecurity, path: string) {
    const { output } = zeep.wsdl.operation('pay');
    const transport = soapTransport({ origin: zeep.origin, clock }, security);
    const delivery = await transport.send(requestOf(security, path), { timeoutMs: 20_000 });
    await transport.close();
    if (delivery.phase !== 'answered') throw new Error(delivery.fault.message);
    const { http } = delivery.response;
    const outcome = judgeResponse(delivery.response, output, words, (result) => ({ kind: 'read', result }) as const);
    return { status: http.status, text: Buffer.from(http.body).toString(), outcome };
  }

  const everything = ['body', 'timestamp', 'username_token', 'token'] as const;
  it.each([
    ['with its certificate, by BinarySignature', {}, '/binary/none'],
    ['with all parts, by BinarySignature', { parts: everything }, '/binary/none'],
    ['named by issuer and serial number, by Signature', { certificate: 'issuer_serial' }, '/issuer-serial/none'],
  ] satisfies readonly (readonly [string, Omit<RequestSignature, 'key'>, string])[])(
    'verifies what is signed here %s, and its signed answer verifies here',
    async (_name, own, path) => {
      const { status, outcome } = await pay(signedWith(merchant, own), path);
      expect(status).toBe(200);
      expect(outcome).toMatchObject({
        kind: 'read',
        result: { id: 'zeep-1', amount: payment.amount, sequenceNumber: '9007199254740993', note: payment.note },
      });
    },
  );

  it('believes no request of another', async () => {
    expect(await pay(signedWith(rogue), '/binary/none')).toMatchObject({
      status: 403,
      text: 'SignatureVerificationFailed',
    });
    expect((await pay(signedWith(curve), '/binary/none')).status).toBe(403);
  });

  it('believes no request that was changed on its way', async () => {
    const parts = requestOf(signedWith(merchant), '/binary/none').parts;
    const { body } = secureRequest(parts, signedWith(merchant), { nowMs: now, nonce: Buffer.alloc(16, 7) });
    const statusOf = async (text: string) =>
      (await fetch(`${zeep.origin}/binary/none`, { method: 'POST', body: text })).status;
    expect(await statusOf(body)).toBe(200);
    expect(await statusOf(body.replace('.89', '.88'))).toBe(403);
    expect(await statusOf(body.replace('<wsu:Created>2026', '<wsu:Created>2027'))).toBe(403);
  });

  it.each(['unsigned', 'tampered', 'rogue', 'stale', 'sha1'])('is not believed when its answer is %s', async (flaw) => {
    for (const signature of ['binary', 'issuer-serial']) {
      const { status, text, outcome } = await pay(signedWith(merchant), `/${signature}/${flaw}`);
      expect({ status, isAnswer: text.includes('payResponse') }).toEqual({ status: 200, isAnswer: true });
      expect(outcome).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
    }
  });
});
