import { describe, expect, it } from 'vitest';
import { money } from '../../src/model/money.ts';
import { benchOf } from '../support/bench.ts';
import { chargeOf, transferOf } from '../support/records.ts';
import { refused, scriptedProvider } from '../support/scripted-provider.ts';

describe('a command that begins a payment', () => {
  it.each([
    ['without a key', chargeOf({ idempotencyKey: '' }), 'idempotencyKey'],
    ['of nothing', chargeOf({ amount: money(0n, 'EUR') }), 'amount'],
    ['with a control character', chargeOf({ reference: 'a\u0000b' }), 'reference'],
    ['for a provider that is not there', chargeOf({ provider: 'nobody' }), 'provider'],
    ['in a currency that nobody takes', chargeOf({ amount: money(1n, 'JPY') }), 'amount.currency'],
  ])('%s sends and stores nothing, and names the field', async (_name, command, path) => {
    const { gateway, finish, provider, ledger, events } = benchOf({
      provider: scriptedProvider({ capabilities: { currencies: ['EUR', 'USD'] } }),
    });
    const receipt = await finish(gateway.charge(command));
    expect(receipt).toMatchObject({
      outcome: { kind: 'rejected', reason: 'invalid_command', issues: [{ path }] },
      replayed: false,
    });
    expect(receipt.payment).toBeUndefined();
    expect(provider.sent).toHaveLength(0);
    expect(events).toEqual([]);
    expect(await ledger.operation('default', 'payment', command.idempotencyKey)).toBeUndefined();
  });

  it('says which providers there are when it names another', async () => {
    const { gateway, finish } = benchOf({ providers: [scriptedProvider({ id: 'a' }), scriptedProvider({ id: 'b' })] });
    expect((await finish(gateway.charge(chargeOf({ provider: 'c' })))).outcome).toMatchObject({
      message: 'provider must be one of: a, b',
    });
  });

  it('goes to the provider that it names, and to no other', async () => {
    const [a, b] = [scriptedProvider({ id: 'a' }), scriptedProvider({ id: 'b' })];
    const { gateway, finish } = benchOf({ providers: [a, b] });
    const { payment } = await finish(gateway.transfer(transferOf({ provider: 'b' })));
    expect(payment).toMatchObject({ provider: 'b', protocol: 'scripted' });
    expect([a.sent.length, b.sent.length]).toEqual([0, 1]);
  });

  it('goes to the first provider that can', async () => {
    const euro = scriptedProvider({ id: 'euro', capabilities: { currencies: ['EUR'] } });
    const dollar = scriptedProvider({ id: 'dollar', capabilities: { currencies: ['USD'] } });
    const { gateway, finish } = benchOf({ providers: [euro, dollar] });
    const { payment } = await finish(gateway.charge(chargeOf({ amount: money(1n, 'USD') })));
    expect(payment?.provider).toBe('dollar');
    const nobody = await finish(gateway.charge(chargeOf({ idempotencyKey: 'k', amount: money(1n, 'GBP') })));
    expect(nobody.outcome).toMatchObject({
      issues: [{ message: 'euro does not take GBP' }, { message: 'dollar does not take GBP' }],
    });
  });

  it('goes where the router of the host sends it', async () => {
    const [a, b] = [scriptedProvider({ id: 'a' }), scriptedProvider({ id: 'b' })];
    const { gateway, finish } = benchOf({
      providers: [a, b],
      router: (_verb, { amount }, able) => [...able].filter(({ id }) => id === (amount.minorUnits > 500n ? 'b' : 'x')),
    });
    expect((await finish(gateway.charge(chargeOf()))).payment?.provider).toBe('b');
    const small = await finish(gateway.charge(chargeOf({ idempotencyKey: 'k', amount: money(1n, 'EUR') })));
    expect(small.outcome).toMatchObject({ reason: 'invalid_command', issues: [{ code: 'no_route' }] });
  });

  it('puts a command to three providers at most, and looks no further', async () => {
    const providers = ['a', 'b', 'c', 'd'].map((id) => scriptedProvider({ id }));
    for (const provider of providers) provider.answer(refused);
    let looked = 0;
    const { gateway, finish } = benchOf({
      providers,
      policy: { maxAttempts: 1 },
      *router(_verb, _demand, able) {
        for (const provider of able) {
          looked += 1;
          yield provider;
        }
      },
    });
    await finish(gateway.charge(chargeOf()));
    expect(looked).toBe(3);
    expect(providers.map(({ sent }) => sent.length > 0)).toEqual([true, true, true, false]);
  });

  it('begins with nothing taken and nothing given back', async () => {
    const { gateway, finish, clock } = benchOf();
    const { payment } = await finish(gateway.authorize(chargeOf({ tenant: 'shop' })));
    expect(payment).toMatchObject({
      tenant: 'shop',
      verb: 'authorize',
      status: 'authorized',
      amount: money(1_000n, 'EUR'),
      captured: money(0n, 'EUR'),
      refunded: money(0n, 'EUR'),
      reference: 'INV-1',
      createdAtMs: clock.now(),
    });
  });

  it('has one key space for all verbs that begin a payment', async () => {
    const { gateway, finish, provider } = benchOf();
    await finish(gateway.charge(chargeOf()));
    expect((await finish(gateway.authorize(chargeOf()))).outcome).toMatchObject({ reason: 'key_reused' });
    expect((await finish(gateway.transfer(transferOf()))).outcome).toMatchObject({ reason: 'key_reused' });
    expect(provider.sent).toHaveLength(1);
  });
});
