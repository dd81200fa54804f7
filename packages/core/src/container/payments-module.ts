import 'reflect-metadata';
import { ContainerModule } from 'inversify';
import { createGateway, type GatewayOptions } from '../assembly/create-gateway.ts';
import type { Gateway } from '../assembly/gateway.ts';
import type { ProviderRegistration } from '../gateway/registry.ts';

import { memoryLedger } from '../ledger/memory-ledger.ts';
import type { Store } from '../ledger/store.ts';
import { PolyrailError } from '../model/error.ts';
import type { Clock } from '../provider/clock.ts';
import type { Provider } from '../provider/provider.ts';
import { systemClock } from '../provider/system-clock.ts';
import { clockToken, gatewayToken, ledgerToken, providerToken } from './tokens.ts';

/** What the module binds. Providers may also be bound one by one, under `providerToken`, by other modules. */
export type PaymentsModuleOptions = Omit<GatewayOptions, 'providers'> & Partial<Pick<GatewayOptions, 'providers'>>;

/**
 * The container module of the gateway: singletons, no decorators. The gateway is made when it is first asked for, from
 * all providers that are bound by then.
 *
 * @throws PolyrailError `module_loaded_twice` when a container loads it a second time, `configuration_invalid` for a
 * ledger or a clock that the host has bound too
 */
export function paymentsModule(options: PaymentsModuleOptions = {}): ContainerModule {
  const { providers = [], ledger, clock, ...rest } = options;
  return new ContainerModule(({ bind, isBound }) => {
    if (isBound(gatewayToken))
      throw new PolyrailError(
        'module_loaded_twice',
        'this container has a payments module already: load it once, with all providers',
      );
    if ((ledger !== undefined && isBound(ledgerToken)) || (clock !== undefined && isBound(clockToken)))
      throw new PolyrailError(
        'configuration_invalid',
        'this container has a ledger or a clock of its own: give another one in one place only',
      );
    if (!isBound(ledgerToken)) bind<Store>(ledgerToken).toConstantValue(ledger ?? memoryLedger());
    if (!isBound(clockToken)) bind<Clock>(clockToken).toConstantValue(clock ?? systemClock);
    for (const provider of providers) bind<Provider | ProviderRegistration>(providerToken).toConstantValue(provider);
    bind<Gateway>(gatewayToken)
      .toResolvedValue(
        (all: (Provider | ProviderRegistration)[], boundLedger: Store, boundClock: Clock) =>
          createGateway({ ...rest, providers: all, ledger: boundLedger, clock: boundClock }),
        [{ isMultiple: true, serviceIdentifier: providerToken }, ledgerToken, clockToken],
      )
      .inSingletonScope()
      .onDeactivation((gateway) => gateway.close());
  });
}
