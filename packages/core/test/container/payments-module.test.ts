import { Container, ContainerModule } from 'inversify';
import { describe, expect, it } from 'vitest';
import {
  clockToken,
  type Gateway,
  gatewayToken,
  ledgerToken,
  memoryLedger,
  PolyrailError,
  paymentsModule,
  providerToken,
} from '../../src/index.ts';
import { chargeOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function gatewayOf(container: Container): Gateway {
  return container.get<Gateway>(gatewayToken);
}

describe('paymentsModule', () => {
  it('binds one gateway for the whole container, without decorators', async () => {
    const container = new Container();
    await container.load(paymentsModule({ providers: [scriptedProvider()] }));
    expect(gatewayOf(container)).toBe(gatewayOf(container));
    expect((await gatewayOf(container).charge(chargeOf())).outcome.kind).toBe('succeeded');
  });

  it('makes the gateway when it is first asked for, of all providers that are bound by then', async () => {
    const container = new Container();
    await container.load(paymentsModule({ providers: [scriptedProvider({ id: 'a' })] }));
    const plugin = new ContainerModule(({ bind }) => {
      bind(providerToken).toConstantValue({ provider: scriptedProvider({ id: 'b' }), policy: { maxAttempts: 1 } });
    });
    await container.load(plugin);
    container.bind(providerToken).toConstantValue(scriptedProvider({ id: 'c' }));
    expect(
      gatewayOf(container)
        .providers()
        .map(({ id }) => id),
    ).toEqual(['a', 'b', 'c']);
  });

  it('needs no provider: plugins may come later, or never', async () => {
    const container = new Container();
    await container.load(paymentsModule());
    expect(gatewayOf(container).providers()).toEqual([]);
  });

  it('honours the ledger and the clock that the host has bound', async () => {
    const container = new Container();
    const ledger = memoryLedger();
    const clock = new VirtualClock();
    container.bind(ledgerToken).toConstantValue(ledger);
    container.bind(clockToken).toConstantValue(clock);
    await container.load(paymentsModule({ providers: [scriptedProvider()] }));
    const { payment } = await gatewayOf(container).charge(chargeOf());
    expect(payment?.createdAtMs).toBe(clock.now());
    expect(await ledger.operation('default', 'payment', 'key-1')).toMatchObject({ state: 'finished' });
  });

  it('takes the ledger and the clock of its options', async () => {
    const container = new Container();
    const ledger = memoryLedger();
    const clock = new VirtualClock();
    await container.load(paymentsModule({ providers: [scriptedProvider()], ledger, clock }));
    const { payment } = await gatewayOf(container).charge(chargeOf());
    expect(payment?.createdAtMs).toBe(clock.now());
    expect(container.get(ledgerToken)).toBe(ledger);
  });

  it('refuses two ledgers, one of the host and one of its options, and says so', async () => {
    const container = new Container();
    container.bind(ledgerToken).toConstantValue(memoryLedger());
    const load = async () => container.load(paymentsModule({ ledger: memoryLedger() }));
    await expect(load()).rejects.toSatisfy(
      (error) => PolyrailError.is(error) && error.code === 'configuration_invalid' && error.message.includes('ledger'),
    );
  });

  it('is loaded once: the second time is an error that says so', async () => {
    const container = new Container();
    await container.load(paymentsModule());
    const again = async () => container.load(paymentsModule());
    await expect(again()).rejects.toSatisfy(
      (error) => PolyrailError.is(error) && error.code === 'module_loaded_twice' && error.message.includes('once'),
    );
    expect(gatewayOf(container).providers()).toEqual([]);
  });

  it('closes the gateway when the container lets go of it', async () => {
    const provider = scriptedProvider();
    let closed = 0;
    Object.assign(provider.transport, {
      close: async () => {
        closed += 1;
      },
    });
    const container = new Container();
    await container.load(paymentsModule({ providers: [provider] }));
    gatewayOf(container);
    await container.unbindAllAsync();
    expect(closed).toBe(1);
  });
});
