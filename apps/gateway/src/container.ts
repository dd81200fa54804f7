import 'reflect-metadata';
import { type Gateway, registerGateway, type Secret, type Store } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { Container } from 'inversify';
import type { Config } from './config.ts';

/** The host's container, and the gateway that is registered in it. */
export interface Rooms {
  readonly container: Container;
  readonly gateway: Gateway;
}

/** What the gateway is made of besides the settings. */
export interface Furniture {
  /** Where the sandbox acquirer is. */
  readonly origin: string;
  /** Default: in memory. */
  readonly ledger?: Store;
  /** Default: the acquirer's webhooks are not taken. */
  readonly webhookSecret?: Secret | undefined;
}

/** Registers the gateway with its providers. This is the place to add a provider: bind one more here. */
export async function furnish(
  { sandbox, attemptTimeoutMs, deadlineMs }: Pick<Config, 'sandbox' | 'attemptTimeoutMs' | 'deadlineMs'>,
  { origin, ledger, webhookSecret }: Furniture,
): Promise<Rooms> {
  const container = new Container();
  const webhookSecrets = webhookSecret && [webhookSecret];
  const gateway = await registerGateway(container, {
    providers: [sandboxRest({ origin, apiKey: sandbox.apiKey, ...(webhookSecrets && { webhookSecrets }) })],
    policy: { attemptTimeoutMs, deadlineMs },
    ...(ledger && { ledger }),
  });
  return { container, gateway };
}
