import { describe, expect, it, vi } from 'vitest';
import { createGateway, memoryLedger, PolyrailError, type Provider } from '../../src/index.ts';
import { benchOf, idOf } from '../support/bench.ts';
import { chargeOf, paymentIdOf } from '../support/records.ts';
import { answered, refused, scriptedProvider } from '../support/scripted-provider.ts';

function codeOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    return PolyrailError.is(error) ? error.code : 'another error';
  }
  return undefined;
}

describe('createGateway', () => {
  it('needs nothing but providers', async () => {
    const provider = scriptedProvider();
    const gateway = createGateway({ providers: [provider] });
    const receipt = await gateway.charge(chargeOf());
    expect(receipt.outcome.kind).toBe('succeeded');
    expect(await gateway.retrieve({ payment: idOf(receipt) })).toEqual(receipt.payment);
    await gateway.close();
  });

  it('takes none at all, and then refuses every payment', async () => {
    const gateway = createGateway({ providers: [] });
    expect(gateway.providers()).toEqual([]);
    expect((await gateway.charge(chargeOf())).outcome).toMatchObject({ issues: [{ code: 'no_route' }] });
    await gateway.close();
  });

  it.each([
    ['provider_duplicate', { providers: [scriptedProvider(), scriptedProvider()] }],
    ['provider_invalid', { providers: [scriptedProvider({ id: 'No' })] }],
    ['configuration_invalid', { providers: [scriptedProvider()], policy: { maxAttempts: -1 } }],
  ] as const)('throws %s at once', (code, options) => {
    expect(codeOf(() => createGateway(options))).toBe(code);
  });

  it('has no timer while nothing happens', () => {
    vi.useFakeTimers();
    try {
      const providers = Array.from({ length: 100 }, (_, number) => scriptedProvider({ id: `p${number}` }));
      createGateway({ providers });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not start any more once it is closed', async () => {
    vi.useFakeTimers();
    try {
      const gateway = createGateway({ providers: [scriptedProvider()] });
      gateway.start();
      await gateway.close();
      gateway.start();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('describes its providers and how their breakers stand', async () => {
    const { gateway, finish, provider } = benchOf({ policy: { maxAttempts: 1 } });
    provider.answer(refused);
    for (let count = 0; count < 10; count += 1) await finish(gateway.charge(chargeOf({ idempotencyKey: `k${count}` })));
    expect(gateway.providers()).toMatchObject([{ id: 'scripted', breakers: { charge: 'open' } }]);
    const cutOff = await finish(gateway.charge(chargeOf({ idempotencyKey: 'k' })));
    expect(cutOff.outcome).toMatchObject({ kind: 'rejected', reason: 'breaker_open' });
    expect(provider.sent).toHaveLength(10);
  });

  it('keeps payments and timelines of tenants apart', async () => {
    const { gateway, finish } = benchOf();
    const id = idOf(await finish(gateway.charge(chargeOf({ tenant: 'one' }))));
    expect(await gateway.timeline({ payment: id, tenant: 'one' })).toHaveLength(3);
    expect(await gateway.timeline({ payment: id })).toEqual([]);
    expect(await gateway.retrieve({ payment: id, tenant: 'two' })).toBeUndefined();
    expect(await gateway.retrieve({ payment: paymentIdOf(1) })).toBeUndefined();
  });

  it('tells listeners until they unsubscribe, and no listener can stop a payment', async () => {
    const { gateway, finish } = benchOf();
    let heard = 0;
    const end = gateway.subscribe(() => {
      heard += 1;
      throw new Error('a broken observer');
    });
    expect((await finish(gateway.charge(chargeOf()))).outcome.kind).toBe('succeeded');
    const before = heard;
    expect(before).toBeGreaterThan(0);
    end();
    await finish(gateway.charge(chargeOf({ idempotencyKey: 'k' })));
    expect(heard).toBe(before);
  });

  it('is made of the parts that it is given', async () => {
    const settings: unknown[] = [];
    const { gateway, finish } = benchOf({
      identifiers: { paymentId: () => paymentIdOf(5), operationId: () => 'op_5' },
      policy: { breaker: { openMs: 7 } },
      breaker: (given) => {
        settings.push(given.openMs);
        return { state: 'closed', admit: () => ({ kind: 'permit', settle: () => undefined }) };
      },
    });
    const receipt = await finish(gateway.charge(chargeOf()));
    const { operationId, payment } = await finish(gateway.refund({ payment: idOf(receipt), idempotencyKey: 'r' }));
    expect([operationId, payment?.id]).toEqual(['op_5', paymentIdOf(5)]);
    // One breaker for each group of operations.
    expect(settings).toEqual([7, 7]);
  });

  it('closes its transports and its ledger, also when one of them cannot be closed', async () => {
    const closed: string[] = [];
    const provider = (id: string, close: () => Promise<void>): Provider => {
      const { transport, ...rest } = scriptedProvider({ id });
      return { ...rest, transport: { send: transport.send, close } };
    };
    const ledger = memoryLedger();
    Object.assign(ledger, { close: async () => closed.push('ledger') });
    const gateway = createGateway({
      ledger,
      providers: [
        provider('a', async () => {
          throw new Error('cannot be closed');
        }),
        provider('b', async () => {
          closed.push('b');
        }),
      ],
    });
    await expect(gateway.close()).rejects.toThrow('cannot be closed');
    expect(closed).toEqual(['b', 'ledger']);
  });

  it('never throws for the outcome of a payment', async () => {
    const { gateway, finish, provider } = benchOf({ policy: { maxAttempts: 1 } });
    for (const answer of [
      { kind: 'declined', reason: 'suspected_fraud' },
      { kind: 'rejected', reason: 'provider_unauthorized', message: '401' },
      { kind: 'unknown', cause: 'provider_error', message: '500' },
      { kind: 'not_found' },
    ] as const) {
      provider.answer(answered(answer));
      const receipt = await finish(gateway.charge(chargeOf({ idempotencyKey: answer.kind })));
      expect(['declined', 'rejected', 'unknown']).toContain(receipt.outcome.kind);
    }
  });
});

it('closes the ledger only after what was under way is recorded', async () => {
  const ledger = memoryLedger();
  const steps: string[] = [];
  const { record } = ledger;
  vi.spyOn(ledger, 'record').mockImplementation(async (step) => {
    await new Promise((resolve) => setImmediate(resolve));
    steps.push('record');
    return record.call(ledger, step);
  });
  vi.spyOn(ledger, 'close').mockImplementation(async () => void steps.push('close'));
  const gateway = createGateway({ providers: [scriptedProvider()], ledger });
  const receipt = gateway.charge(chargeOf());
  await Promise.resolve();
  await gateway.close();
  expect((await receipt).outcome.kind).toBe('succeeded');
  expect(steps).toEqual(['record', 'close']);
});
