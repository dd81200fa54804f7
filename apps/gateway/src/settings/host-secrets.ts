import { stat } from 'node:fs/promises';
import { type Clock, PolyrailError, systemClock } from '@polyrail/core';
import type { Redactor } from '@polyrail/redaction';
import { directorySecrets, environmentSecrets, fileSecrets, SecretSet } from '@polyrail/secrets';
import type { FastifyBaseLogger } from 'fastify';
import { readApiKeys } from '../door/api-key.ts';
import { readOperatorKeys, tlsOf } from '../door/door-config.ts';
import type { KeyRing } from '../door/key-ring.ts';
import type { TlsDoor } from '../door/tls-door.ts';
import type { SandboxCredentials } from '../sandbox/sandbox-credentials.ts';
import { type SandboxDoor, sandboxTlsSecrets } from '../sandbox/sandbox-tls.ts';
import { secretNames } from './config.ts';
import type { EndpointSecrets } from './endpoint-secrets.ts';

/** Opens the secrets of the host: variables, files that `*_FILE` variables name, and the files of POLYRAIL_SECRETS_DIR. */
export async function openHostSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock = systemClock,
): Promise<SecretSet> {
  const { POLYRAIL_SECRETS_DIR: directory = '' } = environment;
  // Without its directory a host would open with the demo keys.
  if (directory !== '' && !(await isDirectory(directory)))
    throw new PolyrailError('configuration_invalid', 'POLYRAIL_SECRETS_DIR is no directory');
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

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

/** What can be replaced while the host runs. */
export interface Replaceable {
  readonly apiKeys: KeyRing;
  readonly operatorKeys: KeyRing;
  readonly tlsDoor?: TlsDoor | undefined;
  readonly sandboxDoor?: SandboxDoor | undefined;
  /** What the host signs its events with. */
  readonly endpointSecrets?: EndpointSecrets;
  /** What providers ask for at each use, by name, and whether a new value of it can be used. */
  readonly replaceable?: SandboxCredentials['replaceable'];
  /** Hides what is new. */
  readonly redactor?: Redactor;
  readonly log: FastifyBaseLogger;
}

/** Follows the secrets of the door and of providers. What cannot be used is logged. @returns a function that ends it */
export function followSecrets(
  secrets: SecretSet,
  { apiKeys, operatorKeys, tlsDoor, sandboxDoor, endpointSecrets, replaceable = {}, redactor, log }: Replaceable,
): () => void {
  const text = (name: string) => secrets.find(name)?.expose() ?? '';
  const followers: Readonly<Record<string, () => boolean>> = {
    POLYRAIL_API_KEYS: () => replaceKeys(apiKeys, readApiKeys(text('POLYRAIL_API_KEYS'))),
    POLYRAIL_OPERATOR_KEYS: () => replaceKeys(operatorKeys, readOperatorKeys(text('POLYRAIL_OPERATOR_KEYS'))),
    TLS_CERTIFICATE: () => renewTls(secrets, tlsDoor),
    TLS_KEY: () => renewTls(secrets, tlsDoor),
    TLS_CLIENT_CA: () => renewTls(secrets, tlsDoor),
    TLS_CLIENT_CRL: () => renewTls(secrets, tlsDoor),
    ...Object.fromEntries(sandboxTlsSecrets.map((name) => [name, () => renewSandboxTls(secrets, sandboxDoor)])),
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

function renewSandboxTls(secrets: SecretSet, door: SandboxDoor | undefined): boolean {
  const found = sandboxTlsSecrets.map((name) => [name, secrets.find(name)] as const);
  return door?.renew(Object.fromEntries(found)) ?? false;
}

/** Where certificate and key come one after the other, they do not fit in between, and the pair before stays. */
function renewTls(secrets: SecretSet, door: TlsDoor | undefined): boolean {
  const settings = tlsOf({
    TLS_CERTIFICATE: secrets.find('TLS_CERTIFICATE'),
    TLS_KEY: secrets.find('TLS_KEY'),
    TLS_CLIENT_CA: secrets.find('TLS_CLIENT_CA'),
    TLS_CLIENT_CRL: secrets.find('TLS_CLIENT_CRL'),
  });
  if (door === undefined || settings === undefined || settings === 'unusable') return false;
  door.renew(settings);
  return true;
}
