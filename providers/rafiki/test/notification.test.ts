import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway, memoryLedger, money, type Receipt, Secret, type Store } from '@polyrail/core';
import type { VerifiedMessage } from '@polyrail/core/provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rafiki } from '../src/index.ts';
import { readNotification } from '../src/notification.ts';
import { type RafikiBench, settingsFor, startBench, subject } from './rafiki-bench.ts';

const key = '0123456789abcdef0123456789abcdef';
const amount = (value: string, assetScale = 2) => ({ value, assetCode: 'EUR', assetScale });
const data = {
  id: 'op-1',
  state: 'COMPLETED',
  debitAmount: amount('5000'),
  sentAmount: amount('5000'),
  metadata: { externalRef: key },
};
const read = (body: string) =>
  readNotification({ headers: {}, body: Buffer.from(body) } as unknown as VerifiedMessage, { EUR: 2 });
const event = (over: object, type = 'outgoing_payment.completed') =>
  read(JSON.stringify({ id: 'e-1', type, data: { ...data, ...over } }))?.[0];

describe('what a notification says', () => {
  it('is about the operation whose key it carries', () => {
    expect(event({})).toMatchObject({
      eventId: 'e-1',
      subject: { by: 'provider_key', value: key },
      decoded: { kind: 'succeeded', value: { movement: 'op-1', reference: key } },
    });
    expect(event({ state: 'FAILED', sentAmount: amount('0') }, 'outgoing_payment.failed')?.decoded?.kind).toBe(
      'declined',
    );
  });

  it('is a hint where it only says that a payment was created', () => {
    const created = event({ state: 'FUNDING' }, 'outgoing_payment.created');
    expect(created?.subject?.value).toBe(key);
    expect(created?.decoded).toBeUndefined();
  });

  it('goes to a person where a part was sent, or another asset', () => {
    const part = event({ state: 'FAILED', sentAmount: amount('1') }, 'outgoing_payment.failed');
    expect(part?.quarantined).toBe('it failed after a part was sent');
    expect(event({ debitAmount: amount('5000', 3) })?.quarantined).toBe('the answer names another asset');
  });

  it('is about nothing of ours without a key of ours, or about something else', () => {
    for (const metadata of [null, {}, { externalRef: 'INV-1' }, { externalRef: `${key}0` }, { externalRef: [key] }])
      expect(event({ metadata })).toEqual({ eventId: 'e-1', type: 'outgoing_payment.completed' });
    expect(event({}, 'incoming_payment.completed')?.subject).toBeUndefined();
  });

  it.each(['', '{', '[]', '{"id":"e-1"}', '{"type":"x"}', '{"id":1,"type":"x"}'])('cannot be read from %s', (body) => {
    expect(read(body)).toBeUndefined();
  });
});

/** Members in their order, as they are signed. */
function canonical(value: object): string {
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const written = members.map(
    ([name, member]) =>
      `${JSON.stringify(name)}:${typeof member === 'object' ? canonical(member) : JSON.stringify(member)}`,
  );
  return `{${written.join()}}`;
}

describe('webhooks of the simulator', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const { transfer: sample } = subject.samples;
  let bench: RafikiBench;
  let ledger: Store;
  let gateway: Gateway;
  let server: Server;
  const statuses: number[] = [];

  beforeEach(async () => {
    bench = await startBench();
    ledger = memoryLedger();
    const webhookSecrets = [{ id: 'live', secret: new Secret(secret) }];
    gateway = createGateway({ providers: [rafiki({ ...settingsFor(bench.sandbox.url), webhookSecrets })], ledger });
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const reception = await gateway.receive('rafiki', {
        headers: request.headersDistinct,
        body: Buffer.concat(chunks),
      });
      const status = 'acknowledgement' in reception ? reception.acknowledgement.status : 401;
      statuses.push(status);
      response.writeHead(status).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    bench.sandbox.webhooks.register({ url: `http://127.0.0.1:${port}/`, secret, scheme: 'rafiki' });
  });
  afterEach(async () => {
    await bench.close();
    await gateway.close();
    server.close();
    statuses.length = 0;
  });

  async function send(idempotencyKey: string, minorUnits = 5_000n): Promise<Receipt> {
    if (sample === undefined) throw new Error('there is no sample');
    const receipt = await gateway.transfer({ ...sample, amount: money(minorUnits, 'EUR'), idempotencyKey });
    await bench.sandbox.webhooks.settle();
    await gateway.drain();
    return receipt;
  }
  const stored = async ({ payment }: Receipt) => payment && (await ledger.payment('default', payment.id));

  it('end a transfer without a question', async () => {
    const [paid, refused] = [await send('paid'), await send('refused', 5_096n)];
    expect(paid.outcome.kind).toBe('pending');
    expect([(await stored(paid))?.status, (await stored(refused))?.status]).toEqual(['succeeded', 'declined']);
    expect([bench.requests(), statuses]).toEqual([2, [200, 200]]);
  });

  it('end a transfer whose answer was lost', async () => {
    bench.sandbox.faults.add({ fault: 'error_500_after', rate: 1 });
    const lost = await send('lost');
    expect(lost.outcome.kind).toBe('unknown');
    expect((await stored(lost))?.status).toBe('succeeded');
    expect(bench.movements()).toBe(1);
  });

  it('of a second payment under one key are a conflict', async () => {
    const receipt = await send('paid');
    const operation = await ledger.operation('default', 'payment', 'paid');
    const conflicts: string[] = [];
    gateway.subscribe((event) => void (event.type === 'conflict' && conflicts.push(event.message)));
    const second = { ...data, id: 'op-2', metadata: { externalRef: operation?.providerKey } };
    const body = `{"data":${canonical(second)},"id":"e-2","type":"outgoing_payment.completed"}`;
    const time = Date.now();
    const digest = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    await gateway.receive('rafiki', {
      headers: { 'rafiki-signature': `t=${time}, v1=${digest}` },
      body: Buffer.from(body),
    });
    await gateway.drain();
    expect(conflicts).toEqual(['rafiki moved money a second time for the same transfer']);
    expect((await stored(receipt))?.status).toBe('succeeded');
  });

  it.each(['tamper', 'wrong_key', 'unsigned', 'stale'] as const)('are not believed: %s', async (fault) => {
    bench.sandbox.webhooks.faults.add({ fault, times: 1 });
    const receipt = await send('forged');
    expect([(await stored(receipt))?.status, statuses]).toEqual(['pending', [401]]);
  });

  it('say the same in other bytes, and once though they come twice', async () => {
    bench.sandbox.webhooks.faults.add({ fault: 'reserialise', times: 1 });
    expect((await stored(await send('rewritten')))?.status).toBe('succeeded');
    bench.sandbox.webhooks.faults.add({ fault: 'duplicate', times: 1 });
    const twice = await stored(await send('twice'));
    expect([twice?.status, statuses]).toEqual(['succeeded', [200, 200, 200]]);
  });
});
