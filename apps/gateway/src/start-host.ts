import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Secret } from '@polyrail/core';
import { startSandbox } from '@polyrail/sandbox';
import type { SecretSet } from '@polyrail/secrets';
import { AccessTokens } from './access-tokens.ts';
import type { Config } from './config.ts';
import { furnish } from './container.ts';
import { hostRedactor } from './host-redactor.ts';
import { followSecrets } from './host-secrets.ts';
import { KeyRing } from './key-ring.ts';
import { openStore } from './open-store.ts';
import { requestLog } from './request-log.ts';
import { startRetention } from './retention.ts';
import { buildServer } from './server.ts';
import { TlsDoor } from './tls-door.ts';

/** The host while it runs. */
export interface RunningHost {
  readonly url: string;
  /** Where the built-in sandbox is; absent where an outside one is used. */
  readonly sandboxUrl?: string;
  /** Lets requests in flight end for a second, then cuts them. */
  close(): Promise<void>;
}

const graceMs = 1_000;

/**
 * Starts the sandbox, unless an outside one is used, and the API in front of it. Rejects when a port is in use.
 *
 * @param secrets followed while the host runs. Default: none
 */
export async function startHost(config: Config, secrets?: SecretSet): Promise<RunningHost> {
  const { sandbox: place } = config;
  const sandbox =
    place.kind === 'built_in' ? await startSandbox({ port: place.port, apiKeys: [place.apiKey.expose()] }) : undefined;
  const origin = place.kind === 'outside' ? place.origin : (sandbox?.url ?? '');
  const webhookSecret = sandbox === undefined ? config.webhookSecret : newWebhookSecret();
  const ledger = await openStore(config.store);
  const { container, gateway } = await furnish(config, { origin, ledger, webhookSecret });
  const apiKeys = new KeyRing(config.apiKeys);
  const operatorKeys = new KeyRing(config.operatorKeys);
  const tlsDoor = config.tls && new TlsDoor(config.tls);
  const accessTokens = config.accessTokens && new AccessTokens(config.accessTokens);
  const logger = requestLog({ level: config.logLevel, redactor: hostRedactor(config) });
  const { requestsPerSecond } = config;
  const app = await buildServer({ gateway, apiKeys, operatorKeys, accessTokens, tlsDoor, requestsPerSecond, logger });
  await app.listen({
    host: config.host,
    port: config.port,
    listenTextResolver: (address) => `listening on ${address}`,
  });
  const url = urlOf(config, app.addresses());
  if (webhookSecret !== undefined)
    sandbox?.webhooks.register({ url: `${url}/v1/webhooks/sandbox-rest`, secret: webhookSecret.expose() });
  // From now on unknown outcomes are settled without anyone asking.
  gateway.start();
  const stopFollowing = secrets && followSecrets(secrets, { apiKeys, operatorKeys, tlsDoor, log: app.log });
  const { keepMs } = config;
  const stopRetention = keepMs === undefined ? undefined : startRetention({ store: ledger, keepMs, log: app.log });
  return {
    url,
    ...(sandbox && { sandboxUrl: sandbox.url }),
    async close() {
      stopRetention?.();
      stopFollowing?.();
      const closed = app.close();
      await Promise.race([closed, pause(graceMs, undefined, { ref: false })]);
      // What payments still wait for ends here: their outcome is unknown, and they answer that.
      await sandbox?.close();
      await Promise.race([closed, pause(graceMs / 2, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await closed;
      await container.unbindAllAsync();
    },
  };
}

/** @see Standard Webhooks: 24 to 64 random bytes */
function newWebhookSecret(): Secret {
  return new Secret(`whsec_${randomBytes(32).toString('base64')}`);
}

function urlOf({ host, tls }: Config, [address]: readonly (AddressInfo | string)[]): string {
  const port = typeof address === 'object' ? address.port : 0;
  return `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
