import { createPublicKey } from 'node:crypto';
import { keyRing, receiveStream, type StreamReceiver } from '@polyrail/adapter-iso20022';
import { createGateway, type Gateway, type GatewayEvent, money, type Payment } from '@polyrail/core';
import { type Sandbox, startSandbox } from '@polyrail/sandbox';
import { createAuthority } from '@polyrail/testkit/certificate-authority';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxIso20022 } from '../src/index.ts';
import { member, memberKey, memberPublicPem, subject } from './sandbox-bench.ts';

const authority = await createAuthority('authority');
const server = await authority.issue('127.0.0.1');
const client = await authority.issue('member');
const tls = { ca: authority.ca, ...client };

let sandbox: Sandbox;
let gateway: Gateway;
let receiver: StreamReceiver | undefined;
let events: GatewayEvent[];

afterEach(async () => {
  await receiver?.stop();
  await gateway.close();
  await sandbox.close();
});

/** The network over mutual TLS, a gateway to it, and what fetches its messages. */
async function start(clientTls: object = tls): Promise<void> {
  sandbox = await startSandbox({
    seed: 1,
    tls: { ...server, clientCa: authority.ca },
    iso20022: { participants: [{ member, keys: { [memberKey.name]: memberPublicPem } }] },
  });
  const { url: origin, iso20022 } = sandbox;
  const key = createPublicKey(iso20022.publicKey);
  const keys = keyRing([{ id: iso20022.keyId, algorithm: 'ecdsa-p256-sha256', key }]);
  const connection = { origin, tls: clientTls };
  const provider = sandboxIso20022({ ...connection, member, network: iso20022.rail.network, key: memberKey, keys });
  gateway = createGateway({ providers: [provider] });
  events = [];
  gateway.subscribe((event) => events.push(event));
  gateway.start();
  receiver = receiveStream({
    ...connection,
    path: '/iso20022/messages/stream',
    receive: (message) => gateway.receive('sandbox-iso20022', message),
  });
}

function order(idempotencyKey: string, minorUnits = 5_000n) {
  const { transfer } = subject.samples;
  if (transfer === undefined) throw new Error('no sample');
  return { ...transfer, amount: money(minorUnits, 'USD'), idempotencyKey };
}

/** What the gateway knows, without asking the network. */
function known({ id }: Payment): Payment | undefined {
  return events.flatMap((event) => (event.type === 'payment' && event.payment.id === id ? [event.payment] : [])).at(-1);
}

describe('the sandbox network over mutual TLS', () => {
  it('lets in who has a certificate', { timeout: 30_000 }, async () => {
    await start();
    expect((await gateway.transfer(order('one'))).outcome.kind).toBe('succeeded');
  });

  it('and nobody else: nothing is sent', { timeout: 30_000 }, async () => {
    await start({ ca: authority.ca });
    const { outcome } = await gateway.transfer(order('one'));
    expect(outcome.kind).not.toBe('succeeded');
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('settles late what it took, and says so on its stream', { timeout: 30_000 }, async () => {
    await start();
    const { payment, outcome } = await gateway.transfer(order('late', 5_068n));
    expect(outcome.kind).toBe('pending');
    sandbox.clock.advance(15_000);
    await expect.poll(() => payment && known(payment)?.status, { timeout: 20_000 }).toBe('succeeded');
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(sandbox.iso20022.violationCount).toBe(0);
  });

  it('pays what is requested, and takes a part of it back', { timeout: 30_000 }, async () => {
    await start();
    const { payment } = await gateway.requestPayment(order('asked'));
    if (payment === undefined) throw new Error('nothing was stored');
    await expect.poll(() => known(payment)?.status, { timeout: 20_000 }).toBe('succeeded');
    const part = money(2_000n, 'USD');
    const refund = { payment: payment.id, amount: part, idempotencyKey: 'back' };
    expect(await gateway.refund(refund)).toMatchObject({
      outcome: { kind: 'succeeded' },
      payment: { status: 'partially_refunded', refunded: part },
    });
    expect((await gateway.refund(refund)).replayed).toBe(true);
    expect(sandbox.book.movements().map(({ kind, amount }) => [kind, amount])).toEqual([
      ['transfer', 5_000n],
      ['refund', 2_000n],
    ]);
  });

  it('gives a recalled transfer back, and refuses to give a second time', { timeout: 30_000 }, async () => {
    await start();
    const { payment } = await gateway.transfer(order('sent'));
    if (payment === undefined) throw new Error('nothing was stored');
    const recall = await gateway.recall({ payment: payment.id, idempotencyKey: 'recall' });
    // The return may be faster than the answer.
    expect(['pending', 'succeeded']).toContain(recall.outcome.kind);
    await expect.poll(() => known(payment)?.status, { timeout: 20_000 }).toBe('refunded');
    const again = await gateway.recall({ payment: payment.id, idempotencyKey: 'recall-2' });
    expect(again.outcome).toMatchObject({ kind: 'rejected', reason: 'payment_state' });
  });

  it('is not asked to refund what was sent: that is a recall', { timeout: 30_000 }, async () => {
    await start();
    const { payment } = await gateway.transfer(order('sent'));
    if (payment === undefined) throw new Error('nothing was stored');
    const { count } = sandbox.requests;
    const { outcome } = await gateway.refund({ payment: payment.id, idempotencyKey: 'refund' });
    expect(outcome).toMatchObject({ kind: 'rejected', message: expect.stringContaining('recall') });
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(sandbox.requests.count).toBeLessThanOrEqual(count + 1);
  });
});
