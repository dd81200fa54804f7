import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Secret } from '@polyrail/core';
import type { Redactor } from '@polyrail/redaction';
import type { Sandbox } from '@polyrail/sandbox';
import type { SecretSet } from '@polyrail/secrets';
import { traceGateway } from '@polyrail/telemetry';
import { AccessTokens } from './access/access-tokens.ts';
import { KeyRing } from './access/key-ring.ts';
import { TlsServer } from './access/tls-server.ts';
import { createContainer } from './container.ts';
import { openStore } from './open-store.ts';
import { startRetention } from './retention.ts';
import { sandboxCredentials } from './sandbox/sandbox-credentials.ts';
import { receiveFromNetwork, type SandboxMembership, sandboxMembership } from './sandbox/sandbox-network.ts';
import { SandboxTlsClient } from './sandbox/sandbox-tls.ts';
import { buildServer } from './server.ts';
import type { Config, SandboxConfig } from './settings/config.ts';
import { EndpointSecrets } from './settings/endpoint-secrets.ts';
import { hostRedactor } from './settings/host-redactor.ts';
import { followSecrets } from './settings/host-secrets.ts';
import { CertificateEnds, certificateListener } from './watch/certificate-ends.ts';
import { requestLog } from './watch/request-log.ts';

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
 * @param redactor hears of every secret that is replaced. Default: one that knows those of the settings
 */
export async function startHost(
  config: Config,
  secrets?: SecretSet,
  redactor: Redactor = hostRedactor(config),
): Promise<RunningHost> {
  const { sandbox: place } = config;
  const membership = sandboxMembership();
  const sandbox = await builtInSandbox(place, membership);
  const network = sandbox && membership.settings(sandbox);
  const origin = place.kind === 'outside' ? place.origin : (sandbox?.url ?? '');
  const { apiKey, webhookSecrets, replaceable } = sandboxCredentials(config, secrets);
  const ledger = await openStore(config.store);
  const logger = requestLog({ level: config.logLevel, redactor });
  const certificates = new CertificateEnds();
  const sandboxTls = sandboxTlsOf(place, certificateListener(certificates, logger));
  const endpointSecrets = new EndpointSecrets(config.webhookEndpoints);
  const parts = { origin, apiKey, webhookSecrets, ledger, network, tls: sandboxTls?.tls };
  const { endpoints: webhookEndpoints } = endpointSecrets;
  const { container, gateway } = await createContainer({ ...config, webhookEndpoints }, parts);
  const stopTraces = traceGateway(gateway, { redactor });
  const apiKeys = new KeyRing(config.apiKeys);
  const operatorKeys = new KeyRing(config.operatorKeys);
  const tlsServer = config.tls && new TlsServer(config.tls, certificates);
  const accessTokens = config.accessTokens && new AccessTokens(config.accessTokens);
  const { requestsPerSecond } = config;
  const guarded = { apiKeys, operatorKeys, accessTokens, tlsServer, requestsPerSecond };
  const app = await buildServer({ gateway, store: ledger, ...guarded, certificates, logger });
  await app.listen({
    host: config.host,
    port: config.port,
    listenTextResolver: (address) => `listening on ${address}`,
  });
  const url = urlOf(config, app.addresses());
  if (sandbox && webhookSecrets) tellOfPayments(sandbox, url, webhookSecrets());
  // From now on unknown outcomes are settled without anyone asking.
  gateway.start();
  const { log } = app;
  const receiver = network && receiveFromNetwork(gateway, network, (message) => log.warn(message));
  const followed = { apiKeys, operatorKeys, tlsServer, sandboxTls, endpointSecrets, replaceable, redactor, log };
  const stopFollowing = secrets && followSecrets(secrets, followed);
  const { keepMs } = config;
  const stopRetention = keepMs === undefined ? undefined : startRetention({ store: ledger, keepMs, log });
  return {
    url,
    ...(sandbox && { sandboxUrl: sandbox.url }),
    async close() {
      stopRetention?.();
      stopFollowing?.();
      const received = receiver?.stop();
      const closed = app.close();
      await Promise.race([closed, pause(graceMs, undefined, { ref: false })]);
      // What payments still wait for ends here: their outcome is unknown, and they answer that.
      await received;
      await sandbox?.close();
      await Promise.race([closed, pause(graceMs / 2, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await closed;
      await container.unbindAllAsync();
      stopTraces();
    },
  };
}

function sandboxTlsOf(
  place: SandboxConfig,
  onCertificate: ReturnType<typeof certificateListener>,
): SandboxTlsClient | undefined {
  if (place.kind === 'built_in' || !place.origin.startsWith('https:')) return undefined;
  return new SandboxTlsClient(place.tls, onCertificate);
}

async function builtInSandbox(place: SandboxConfig, { participant }: SandboxMembership): Promise<Sandbox | undefined> {
  if (place.kind === 'outside') return undefined;
  const { port, apiKey } = place;
  // A host in production has no use for it in its memory.
  const { startSandbox } = await import('@polyrail/sandbox');
  return startSandbox({ port, apiKeys: [apiKey.expose()], iso20022: { participants: [participant] } });
}

/** The sandbox calls loopback over plain HTTP only. Elsewhere its outcomes are asked for. */
function tellOfPayments(sandbox: Sandbox, url: string, secrets: readonly Secret[]): void {
  const reachable = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  if (!/^http:\/\/(127\.0\.0\.1|\[::1\]|localhost):/.test(reachable)) return;
  for (const secret of secrets)
    sandbox.webhooks.register({ url: `${reachable}/v1/webhooks/sandbox-rest`, secret: secret.expose() });
}

function urlOf({ host, tls }: Config, [address]: readonly (AddressInfo | string)[]): string {
  const port = typeof address === 'object' ? address.port : 0;
  return `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
