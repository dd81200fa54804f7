import type { Container, ContainerModule } from 'inversify';
import type { Gateway } from '../assembly/gateway.ts';
import { type PaymentsModuleOptions, paymentsModule } from './payments-module.ts';
import { gatewayToken } from './tokens.ts';

/** A container as far as it is needed here. `load` answers with a promise in inversify 7, and with nothing in 8. */
export interface HostContainer extends Pick<Container, 'get'> {
  load(...modules: ContainerModule[]): void | Promise<void>;
}

/**
 * Loads the payments module into the host's own container, and makes the gateway at once, so that a mistake in the
 * configuration shows at start-up and not with the first payment.
 *
 * @throws PolyrailError `module_loaded_twice`, `provider_duplicate`, `provider_invalid`, `configuration_invalid`
 */
export async function registerGateway(container: HostContainer, options: PaymentsModuleOptions = {}): Promise<Gateway> {
  await container.load(paymentsModule(options));
  return container.get<Gateway>(gatewayToken);
}
