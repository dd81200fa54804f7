import { describe, expect, it } from 'vitest';
import { PolyrailError, type Provider } from '../../src/index.ts';
import { benchOf } from '../support/bench.ts';
import { chargeOf } from '../support/records.ts';
import { scriptedProvider, withCharge } from '../support/scripted-provider.ts';
import { settled } from '../support/virtual-clock.ts';

describe('a plugin that throws', () => {
  const boom = () => {
    throw new Error('tok_1 is not what I expected');
  };

  it('at encode: nothing is sent, nothing is stored', async () => {
    const provider = withCharge(scriptedProvider(), { encode: boom });
    const { gateway, finish, ledger, events } = benchOf({ provider });
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt).toEqual({
      outcome: { kind: 'rejected', reason: 'invalid_command', message: 'the provider cannot express this command' },
      replayed: false,
    });
    expect(provider.sent).toHaveLength(0);
    expect(await ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
    expect(events).toEqual([]);
  });

  it.each(['command_invalid', 'amount_invalid', 'provider_invalid'] as const)(
    'at encode with a reason of its own (%s): the caller learns it',
    async (code) => {
      const refuse = () => {
        throw new PolyrailError(code, 'the network demands the name of the creditor');
      };
      const { gateway, finish } = benchOf({ provider: withCharge(scriptedProvider(), { encode: refuse }) });
      expect((await finish(gateway.charge(chargeOf()))).outcome).toEqual({
        kind: 'rejected',
        reason: 'invalid_command',
        message: 'the network demands the name of the creditor',
      });
    },
  );

  it('at decode: it may have been executed', async () => {
    const { gateway, finish } = benchOf({
      provider: withCharge(scriptedProvider({ idempotent: false }), { decode: boom }),
    });
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt).toMatchObject({
      outcome: { kind: 'unknown', cause: 'answer_unreadable' },
      payment: { status: 'unknown' },
    });
    expect(
      JSON.stringify(receipt, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('tok_1');
  });

  it('while it sends: it may have been executed', async () => {
    const provider: Provider = {
      ...scriptedProvider(),
      transport: {
        send: () => {
          throw new Error('broken');
        },
        close: async () => undefined,
      },
    };
    const { gateway, finish } = benchOf({ providers: [provider] });
    expect((await finish(gateway.charge(chargeOf()))).outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
  });
});

describe('a caller who gives up', () => {
  it('before anything was sent frees the key', async () => {
    const { gateway, finish, provider, ledger } = benchOf();
    const receipt = await finish(gateway.charge(chargeOf(), { signal: AbortSignal.abort() }));
    expect(receipt).toMatchObject({
      outcome: { kind: 'rejected', reason: 'aborted' },
      payment: { status: 'not_executed' },
    });
    expect(provider.sent).toHaveLength(0);
    expect(await ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
  });

  it('after it was sent leaves an unknown', async () => {
    const provider = scriptedProvider();
    Object.assign(provider.transport, {
      send: (_request: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((resolve) => {
          const fault = { code: 'aborted', message: 'the caller gave up' };
          signal.addEventListener('abort', () => resolve({ phase: 'sent_no_answer', fault }));
        }),
    });
    const { gateway, finish } = benchOf({ provider });
    const caller = new AbortController();
    const answer = gateway.charge(chargeOf(), { signal: caller.signal });
    await settled();
    caller.abort();
    expect(await finish(answer)).toMatchObject({
      outcome: { kind: 'unknown', cause: 'aborted' },
      payment: { status: 'unknown' },
    });
  });
});
