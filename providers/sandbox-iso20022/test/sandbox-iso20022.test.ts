import { createGateway, type Gateway, money } from '@polyrail/core';
import type { Sandbox } from '@polyrail/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerAt, startNetwork, subject } from './sandbox-bench.ts';

describe('the sandbox network', () => {
  let sandbox: Sandbox;
  let gateway: Gateway;

  beforeAll(async () => {
    sandbox = await startNetwork();
    const provider = providerAt(sandbox, { secure: false, host: '127.0.0.1', port: sandbox.port });
    gateway = createGateway({ providers: [provider] });
  });

  afterAll(async () => {
    await gateway.close();
    await sandbox.close();
  });

  function transfer(idempotencyKey: string, minorUnits: bigint) {
    const { transfer: sample } = subject.samples;
    if (sample === undefined) throw new Error('no sample');
    return gateway.transfer({ ...sample, amount: money(minorUnits, 'USD'), idempotencyKey });
  }

  it('settles a transfer, once for a key', async () => {
    const first = await transfer('once', 5_000n);
    const again = await transfer('once', 5_000n);
    expect(first).toMatchObject({
      outcome: { kind: 'succeeded' },
      payment: { protocol: 'iso20022', raw: { status: 'ACSC' } },
    });
    expect(again).toMatchObject({ replayed: true, payment: { id: first.payment?.id } });
    const uetr = first.payment?.providerReference;
    expect(sandbox.book.movements().filter(({ key }) => key === uetr)).toHaveLength(1);
  });

  it.each([
    [5_005n, 'do_not_honour', 'MS03'],
    [5_014n, 'invalid_account', 'AC01'],
    [5_051n, 'insufficient_funds', 'AM04'],
    [5_054n, 'account_closed', 'AC04'],
    [5_057n, 'not_permitted', 'AG01'],
    [5_061n, 'limit_exceeded', 'AM14'],
    [5_091n, 'issuer_unavailable', 'AB08'],
    [5_096n, 'system_error', 'AB09'],
  ])('declines %i as %s (%s)', async (minorUnits, reason, code) => {
    const { outcome } = await transfer(`declined-${code}`, minorUnits);
    expect(outcome).toMatchObject({ kind: 'declined', reason, raw: { code, status: 'RJCT' } });
  });
});
