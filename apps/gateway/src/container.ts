import 'reflect-metadata';
import { type Gateway, type Router, registerGateway, type Secret, type SecretSource, type Store } from '@polyrail/core';
import type { RotatingTls } from '@polyrail/http';
import { sandboxGraphql } from '@polyrail/provider-sandbox-graphql';
import { type SandboxIso20022Settings, sandboxIso20022 } from '@polyrail/provider-sandbox-iso20022';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { loadSandboxSoap } from '@polyrail/provider-sandbox-soap';
import { webhookSender } from '@polyrail/webhooks';
import { Container } from 'inversify';
import { viewPayment } from './answer/payment-view.ts';
import type { Config } from './settings/config.ts';
import type { FollowedEndpoint } from './settings/endpoint-secrets.ts';

/** The host's container, and the gateway that is registered in it. */
export interface GatewayContainer {
  readonly container: Container;
  readonly gateway: Gateway;
}

/** What the gateway is made of besides the settings. */
export interface GatewayParts {
  /** Where the sandbox acquirer is. */
  readonly origin: string;
  /** Default: in memory. */
  readonly ledger?: Store;
  readonly apiKey: SecretSource;
  /** What the acquirer signs its webhooks with now. Default: its webhooks are not taken. */
  readonly webhookSecrets?: (() => readonly Secret[]) | undefined;
  /** TLS towards the acquirer. Default: what the system trusts. */
  readonly tls?: RotatingTls | undefined;
  /** The membership in the sandbox's ISO 20022 network. Default: none. */
  readonly network?: SandboxIso20022Settings | undefined;
}

/** The settings that the gateway is made by. */
export interface GatewaySettings extends Pick<Config, 'attemptTimeoutMs' | 'deadlineMs'> {
  readonly webhookEndpoints?: readonly FollowedEndpoint[];
}

/** Registers the gateway with its providers. This is the place to add a provider: bind one more here. */
export async function createContainer(
  { attemptTimeoutMs, deadlineMs, webhookEndpoints: endpoints = [] }: GatewaySettings,
  { origin, apiKey, webhookSecrets, ledger, network, tls }: GatewayParts,
): Promise<GatewayContainer> {
  const container = new Container();
  const sandboxSoap = await loadSandboxSoap();
  const options = tls ? { tls } : {};
  const gateway = await registerGateway(container, {
    providers: [
      sandboxRest({ origin, apiKey, ...(webhookSecrets && { webhookSecrets }) }, options),
      sandboxGraphql({ origin, apiKey }, options),
      sandboxSoap({ origin, apiKey }, options),
      ...(network ? [sandboxIso20022(network)] : []),
    ],
    router: firstAble,
    policy: { attemptTimeoutMs, deadlineMs },
    ...(ledger && { ledger }),
    ...(endpoints.length > 0 && { outbox: { endpoints, send: webhookSender({ endpoints }), view: viewPayment } }),
  });
  return { container, gateway };
}

/** All providers lead to the same acquirer, so none takes over for another: a payment that names none goes to the first. */
const firstAble: Router = function* (_verb, _demand, able) {
  for (const provider of able) {
    yield provider;
    return;
  }
};
