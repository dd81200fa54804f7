import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { type Bench, startBench, us } from './support/bench.ts';
import { type Credential, credentials } from './support/certificates.ts';
import { newMember } from './support/member.ts';
import { isSignedBy, summary, textOf } from './support/read-answer.ts';

describe('over HTTPS with client certificates', () => {
  let bench: Bench;
  let sandbox: Sandbox;
  let ca: string;
  let ours: Credential;
  let theirs: Credential;
  beforeAll(async () => {
    const issued = await credentials('localhost', 'us', 'them');
    const [server, ...clients] = issued.of;
    const [first, second] = clients;
    if (!server || !first || !second) throw new Error('Too few certificates');
    ca = issued.ca;
    [ours, theirs] = [first, second];
    const certificate = new X509Certificate(ours.cert).fingerprint256;
    const participants = [{ member: us.id, keys: { [us.keyId]: us.publicPem }, certificate }];
    bench = await startBench({ tls: { ...server, clientCa: ca }, iso20022: { participants } });
    sandbox = bench.sandbox;
  });
  afterAll(() => sandbox.close());

  function send(
    method: string,
    path: string,
    body: string,
    client?: Credential,
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const options = { host: 'localhost', port: sandbox.port, path, method, ca, agent: false, ...client };
      const call = request({ ...options, headers: { 'content-type': 'application/xml' } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(chunks)) }));
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  it('takes the messages of a member with its certificate, and hands out its stream', async () => {
    const { body } = await send('POST', '/iso20022/messages', bench.transfer('M1'), ours);
    expect(summary(body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
    expect(isSignedBy(body, sandbox.iso20022.publicKey)).toBe(true);
    sandbox.iso20022.pay({ member: us.id, amount: 100n });
    expect((await send('GET', '/iso20022/messages/stream', '', ours)).status).toBe(200);
  });

  it('believes no signature that comes with the certificate of another', async () => {
    const moved = sandbox.book.movements().length;
    const { body } = await send('POST', '/iso20022/messages', bench.transfer('M2'), theirs);
    expect(textOf(body, 'RjctgPtyRsn')).toBe('SENDER');
    expect((await send('GET', `/iso20022/messages/stream?participant=${us.id}`, '', theirs)).status).toBe(403);
    expect(sandbox.book.movements()).toHaveLength(moved);
  });

  it('speaks to nobody without a certificate', async () => {
    await expect(send('POST', '/iso20022/messages', bench.transfer('M3'))).rejects.toThrow();
    expect(sandbox.book.movementsOf('M3')).toEqual([]);
  });
});

describe('on sct-inst', () => {
  const bank = newMember('BANKDEFFXXX', 'bank-1');
  let bench: Bench;
  beforeAll(async () => {
    const participants = [{ member: bank.id, keys: { [bank.keyId]: bank.publicPem } }];
    bench = await startBench({ iso20022: { rail: 'sct-inst', participants } });
  });
  afterAll(() => bench.sandbox.close());

  it.each([
    ['ACSC', undefined, { amount: '50.00' }],
    ['RJCT', 'AM02', { amount: '50.61' }],
    ['RJCT', 'AM03', { currency: 'USD' }],
    ['RJCT', 'TM01', { createdAt: -10_001 }],
  ] as const)('is a network of its own: %s %s', async (status, reason, options) => {
    const { sandbox } = bench;
    sandbox.reset();
    const age = 'createdAt' in options ? options.createdAt : 0;
    const sent = { currency: 'EUR', ...options, createdAt: sandbox.clock.now() + age, by: bank };
    const { body } = await bench.pay('M1', sent);
    expect(textOf(body, 'TxSts')).toBe(status);
    expect(/<StsRsnInf><Rsn><Cd>([^<]*)/.exec(body)?.[1]).toBe(reason);
    expect(body).toContain(`<To><FIId><FinInstnId><BICFI>${bank.id}</BICFI>`);
  });
});

describe('a start', () => {
  it('gives the same ids and UETRs for the same seed', async () => {
    const ids: (string | undefined)[] = [];
    for (const seed of [7, 7, 8]) {
      const bench = await startBench({ seed, timeSource: () => 1_800_000_000_000 });
      const uetr = bench.sandbox.iso20022.pay({ member: us.id, amount: 100n });
      const [message = ''] = await bench.waiting();
      expect(textOf(message, 'UETR')).toBe(uetr);
      expect(uetr).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      ids.push(`${textOf(message, 'BizMsgIdr')} ${uetr}`);
      await bench.sandbox.close();
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('signs with the key that it is given, RSA too', async () => {
    const { privateKey, publicPem } = newMember('x', 'x', 'rsa');
    const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const bench = await startBench({ iso20022: { key, keyId: 'net-2' } });
    const { body } = await bench.pay('M1');
    expect([isSignedBy(body, publicPem), textOf(body, 'ds:KeyName')]).toEqual([true, 'net-2']);
    expect(bench.sandbox.iso20022.publicKey).toBe(publicPem);
    await bench.sandbox.close();
  });

  it('refuses a key of another kind', async () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----';
    await expect(startSandbox({ iso20022: { key } })).rejects.toThrow(/RSA or on P-256/);
  });
});
