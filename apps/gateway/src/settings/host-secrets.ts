import { access, constants } from 'node:fs/promises';
import { type Clock, PolyrailError, type Secret, systemClock } from '@polyrail/core';
import type { Redactor } from '@polyrail/redaction';
import { directorySecrets, environmentSecrets, fileSecrets, SecretSet } from '@polyrail/secrets';
import type { FastifyBaseLogger } from 'fastify';
import { readOperatorKeys, tlsOf, tlsSecrets } from '../access/access-config.ts';
import { readApiKeys } from '../access/api-key.ts';
import type { KeyRing } from '../access/key-ring.ts';
import type { TlsServer } from '../access/tls-server.ts';
import type { SandboxCredentials } from '../sandbox/sandbox-credentials.ts';
import { type SandboxTlsClient, sandboxTlsSecrets } from '../sandbox/sandbox-tls.ts';
import { secretNames } from './config.ts';
import type { EndpointSecrets } from './endpoint-secrets.ts';

/** Opens the secrets of the host: variables, files that `*_FILE` variables name, and the files of POLYRAIL_SECRETS_DIR. */
export async function openHostSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock = systemClock,
): Promise<SecretSet> {
  const { POLYRAIL_SECRETS_DIR: directory = '' } = environment;
  // Without its directory a host would open with the demo keys.
  if (directory !== '' && !(await isReadable(directory)))
    throw new PolyrailError('configuration_invalid', 'POLYRAIL_SECRETS_DIR is no directory that this process may read');
  return SecretSet.open({
    providers: [
      environmentSecrets(environment),
      fileSecrets(environment),
      ...(directory === '' ? [] : [directorySecrets(directory)]),
    ],
    names: secretNames,
    clock,
  });
}

/** True for a directory in which files can be found. */
function isReadable(directory: string): Promise<boolean> {
  return access(`${directory}/.`, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** What can be replaced while the host runs. */
export interface Replaceable {
  readonly apiKeys: KeyRing;
  readonly operatorKeys: KeyRing;
  readonly tlsServer?: TlsServer | undefined;
  readonly sandboxTls?: SandboxTlsClient | undefined;
  /** What the host signs its events with. */
  readonly endpointSecrets?: EndpointSecrets;
  /** What providers ask for at each use, by name, and whether a new value of it can be used. */
  readonly replaceable?: SandboxCredentials['replaceable'];
  /** Hides what is new. */
  readonly redactor?: Redactor;
  readonly log: FastifyBaseLogger;
}

/** Follows the secrets of the host and of providers. What cannot be used is logged. @returns a function that ends it */
export function followSecrets(
  secrets: SecretSet,
  { apiKeys, operatorKeys, tlsServer, sandboxTls, endpointSecrets, replaceable = {}, redactor, log }: Replaceable,
): () => void {
  const text = (name: string) => secrets.find(name)?.expose() ?? '';
  const followers: Readonly<Record<string, () => boolean>> = {
    POLYRAIL_API_KEYS: () => replaceKeys(apiKeys, readApiKeys(text('POLYRAIL_API_KEYS'))),
    POLYRAIL_OPERATOR_KEYS: () => replaceKeys(operatorKeys, readOperatorKeys(text('POLYRAIL_OPERATOR_KEYS'))),
    ...Object.fromEntries(tlsSecrets.map((name) => [name, () => renewTls(secrets, tlsServer)])),
    ...Object.fromEntries(sandboxTlsSecrets.map((name) => [name, () => renewSandboxTls(secrets, sandboxTls)])),
    POLYRAIL_WEBHOOK_ENDPOINTS: () => followEndpoints(text('POLYRAIL_WEBHOOK_ENDPOINTS'), endpointSecrets, redactor),
  };
  secrets.start({
    onRotated(name) {
      const secret = secrets.find(name);
      if (secret !== undefined) redactor?.hide(secret);
      const isUsable = replaceable[name];
      const follow = followers[name] ?? (isUsable && (() => secret !== undefined && isUsable(secret)));
      if (follow === undefined) log.warn({ name }, 'a setting was replaced; it is used after a restart');
      else if (follow()) log.info({ name }, 'a setting was replaced and is used from now on');
      else log.error({ name }, 'a setting was replaced but cannot be used; the one before stays');
    },
    onTrouble: (message) => log.error(message),
  });
  return () => secrets.stop();
}

function replaceKeys(ring: KeyRing, keys: ReturnType<typeof readApiKeys>): boolean {
  if (keys !== undefined) ring.replace(keys);
  return keys !== undefined;
}

/** New secrets only: where events go is decided at the start. */
function followEndpoints(
  text: string,
  endpoints: EndpointSecrets | undefined,
  redactor: Redactor | undefined,
): boolean {
  const isFollowed = endpoints?.replace(text) ?? false;
  for (const { secret } of isFollowed ? (endpoints?.live ?? []) : []) redactor?.hide(secret);
  return isFollowed;
}

function renewSandboxTls(secrets: SecretSet, client: SandboxTlsClient | undefined): boolean {
  return client?.renew(findAll(secrets, sandboxTlsSecrets)) ?? false;
}

/** Where certificate and key come one after the other, they do not fit in between, and the pair before stays. */
function renewTls(secrets: SecretSet, server: TlsServer | undefined): boolean {
  const settings = tlsOf(findAll(secrets, tlsSecrets));
  if (server === undefined || settings === undefined || settings === 'unusable') return false;
  server.renew(settings);
  return true;
}

function findAll(secrets: SecretSet, names: readonly string[]): Readonly<Record<string, Secret | undefined>> {
  return Object.fromEntries(names.map((name) => [name, secrets.find(name)]));
}
