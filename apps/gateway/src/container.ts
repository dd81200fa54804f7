import 'reflect-metadata';
import { type Gateway, registerGateway } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { Container } from 'inversify';
import type { Config } from './config.ts';

/** The host's container, and the gateway that is registered in it. */
export interface Rooms {
  readonly container: Container;
  readonly gateway: Gateway;
}

/**
 * Registers the gateway with its providers. This is the place to add a provider: bind one more here.
 *
 * @param origin where the sandbox acquirer is
 */
export async function furnish(
  { sandbox, attemptTimeoutMs, deadlineMs }: Pick<Config, 'sandbox' | 'attemptTimeoutMs' | 'deadlineMs'>,
  origin: string,
): Promise<Rooms> {
  const container = new Container();
  const gateway = await registerGateway(container, {
    providers: [sandboxRest({ origin, apiKey: sandbox.apiKey })],
    policy: { attemptTimeoutMs, deadlineMs },
  });
  return { container, gateway };
}
