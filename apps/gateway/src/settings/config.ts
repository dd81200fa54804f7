import { longestCallMs, PolyrailError, Secret } from '@polyrail/core';
import { z } from 'zod';
import { type AccessConfig, accessSecrets, accessVariables, readAccess } from '../access/access-config.ts';
import { type ApiKey, apiKey } from '../access/api-key.ts';
import { readStoreConfig, type StoreConfig } from '../open-store.ts';
import { isUsableTls, type SandboxTls, sandboxTlsSecrets, sandboxTlsVariables } from '../sandbox/sandbox-tls.ts';
import { numberText } from './number-text.ts';
import { isSigningSecret, signingSecretRule } from './signing-secret.ts';
import { type EndpointConfig, webhookEndpoints } from './webhook-endpoints.ts';

/** The sandbox that payments go to: one that this host starts, or one that runs elsewhere. */
export type SandboxConfig =
  | { readonly kind: 'built_in'; readonly port: number; readonly apiKey: Secret }
  | { readonly kind: 'outside'; readonly origin: string; readonly apiKey: Secret; readonly tls: SandboxTls };

/** The settings of the host. */
export interface Config extends AccessConfig {
  readonly host: string;
  readonly port: number;
  readonly apiKeys: readonly ApiKey[];
  readonly operatorKeys: readonly ApiKey[];
  /** Where the host's own applications hear of their payments. */
  readonly webhookEndpoints: readonly EndpointConfig[];
  readonly sandbox: SandboxConfig;
  readonly store: StoreConfig;
  /** How long what is finished is kept. Absent: for ever. */
  readonly keepMs?: number;
  readonly logLevel: string;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  /** What an outside sandbox signs its webhooks with; a built-in one gets a secret of its own at each start. */
  readonly webhookSecret?: Secret;
}

/** The key that the built-in sandbox is tried out with. */
export const demoApiKey = 'sk_sandbox_demo';

const sandboxApiKey = 'sk_test_sandbox';

const port = (preset: number) => numberText(0, 65_535).default(preset);
const milliseconds = (preset: number) => numberText(1, longestCallMs).default(preset);
const dayMs = 86_400_000;

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port(8080),
  SANDBOX_PORT: port(8081),
  SANDBOX_URL: z
    .string()
    .refine(isOrigin, 'must be an http or https URL without a path, such as http://127.0.0.1:8081')
    .optional(),
  SANDBOX_API_KEY: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'must be visible ASCII characters')
    .optional(),
  ...sandboxTlsVariables,
  ...accessVariables,
  POLYRAIL_WEBHOOK_ENDPOINTS: webhookEndpoints.default([]),
  POLYRAIL_STORE: z
    .string()
    .default('memory')
    .transform(readStoreConfig)
    .refine((store) => store !== undefined, 'must be memory, sqlite:<path> or postgresql://…'),
  POLYRAIL_KEEP_DAYS: numberText(45, 36_500).optional(),
  SANDBOX_WEBHOOK_SECRET: z
    .string()
    .transform((text) => new Secret(text))
    .refine(isSigningSecret, signingSecretRule)
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  ATTEMPT_TIMEOUT_MS: milliseconds(3_000),
  DEADLINE_MS: milliseconds(10_000),
});

/** The variables that may come from files as well, and that are followed while the host runs. */
export const secretNames: readonly string[] = [
  ...accessSecrets,
  'POLYRAIL_STORE',
  'POLYRAIL_WEBHOOK_ENDPOINTS',
  'SANDBOX_API_KEY',
  'SANDBOX_WEBHOOK_SECRET',
  ...sandboxTlsSecrets,
];

const ownNames: ReadonlySet<string> = new Set([
  ...Object.keys(variables.shape),
  'POLYRAIL_SECRETS_DIR',
  ...secretNames.map((name) => `${name}_FILE`),
]);

/** What Kubernetes sets in every container beside a service called `polyrail`, and what tests of the project read. */
const foreign = /_SERVICE_HOST$|_SERVICE_PORT(_\w+)?$|_PORT$|_PORT_\d+_(TCP|UDP|SCTP)(_\w+)?$|^POLYRAIL_TEST_/;

/** A slip in a name would open the host with the demo keys, or keep payments in memory. */
function unknownNames(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = Object.keys(environment).filter((name) => /^POLYRAIL_/i.test(name));
  return names.filter((name) => !ownNames.has(name) && !foreign.test(name));
}

/** Where the values of {@link secretNames} come from. */
export interface ConfigSecrets {
  /** What was wrong with them, by their names. */
  readonly mistakes: readonly string[];
  find(name: string): Secret | undefined;
}

/**
 * Reads the settings from the environment. An empty variable counts as absent.
 *
 * @param secrets default: they are in the environment too
 * @throws PolyrailError `configuration_invalid` that lists every mistake, without any value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, secrets?: ConfigSecrets): Config {
  const { data, error } = variables.safeParse(valuesOf(environment, secrets));
  const unread = secrets?.mistakes ?? [];
  const mistakes = [
    ...unknownNames(environment).map((name) => `${name} is no setting of this host`),
    ...unread,
    ...(error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []),
  ];
  if (data === undefined) throw invalid(mistakes);
  const { access, mistakes: ofAccess } = readAccess(data);
  const isOpen = access.apiKeys !== undefined || access.accessTokens !== undefined;
  // What could not be read is not missing as well.
  const ofSandbox = unread.length > 0 ? [] : sandboxMistakes(data, isOpen);
  mistakes.push(...ofAccess, ...ofSandbox);
  if (mistakes.length > 0) throw invalid(mistakes);
  // The demo can be tried out whole; with keys of its own a host says who its operators are.
  const demoKeys = isOpen ? [] : [apiKey('default', new Secret(demoApiKey))];
  return {
    ...access,
    host: data.HOST,
    port: data.PORT,
    apiKeys: access.apiKeys ?? demoKeys,
    operatorKeys: access.operatorKeys ?? demoKeys,
    webhookEndpoints: data.POLYRAIL_WEBHOOK_ENDPOINTS,
    sandbox: sandboxOf(data),
    store: data.POLYRAIL_STORE ?? { kind: 'memory' },
    ...(data.POLYRAIL_KEEP_DAYS !== undefined && { keepMs: data.POLYRAIL_KEEP_DAYS * dayMs }),
    ...(data.SANDBOX_WEBHOOK_SECRET && { webhookSecret: data.SANDBOX_WEBHOOK_SECRET }),
    logLevel: data.LOG_LEVEL,
    attemptTimeoutMs: data.ATTEMPT_TIMEOUT_MS,
    deadlineMs: data.DEADLINE_MS,
  };
}

type Variables = z.output<typeof variables>;

/** @param isOpen whether the host has keys of its own, or access tokens */
function sandboxMistakes(data: Variables, isOpen: boolean): readonly string[] {
  const { SANDBOX_URL: origin, SANDBOX_API_KEY: key } = data;
  const tls = sandboxTlsOf(data);
  const hasTls = Object.values(tls).some((value) => value !== undefined);
  const mistakes: string[] = [];
  if (origin !== undefined && (key === undefined || !isOpen))
    mistakes.push(
      'SANDBOX_URL needs SANDBOX_API_KEY and POLYRAIL_API_KEYS, because the demo keys are for the built-in sandbox only',
    );
  if (hasTls && !(origin?.startsWith('https:') && isUsableTls(tls)))
    mistakes.push(
      'SANDBOX_TLS_CA, SANDBOX_TLS_CERTIFICATE and SANDBOX_TLS_KEY must be PEM, belong together and to an https SANDBOX_URL',
    );
  return mistakes;
}

function sandboxOf(data: Variables): SandboxConfig {
  const { SANDBOX_URL: origin, SANDBOX_PORT, SANDBOX_API_KEY = sandboxApiKey } = data;
  const secret = new Secret(SANDBOX_API_KEY);
  return origin === undefined
    ? { kind: 'built_in', port: SANDBOX_PORT, apiKey: secret }
    : { kind: 'outside', origin: new URL(origin).origin, apiKey: secret, tls: sandboxTlsOf(data) };
}

function sandboxTlsOf({ SANDBOX_TLS_CA, SANDBOX_TLS_CERTIFICATE, SANDBOX_TLS_KEY }: Variables): SandboxTls {
  return { SANDBOX_TLS_CA, SANDBOX_TLS_CERTIFICATE, SANDBOX_TLS_KEY };
}

function valuesOf(
  environment: Readonly<Record<string, string | undefined>>,
  secrets?: ConfigSecrets,
): Record<string, string | undefined> {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const found = secretNames.map((name) => [name, secrets?.find(name)?.expose()] as const);
  return Object.fromEntries([...given, ...found.filter(([, value]) => value !== undefined)]);
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
}

function invalid(mistakes: readonly string[]): PolyrailError {
  return new PolyrailError('configuration_invalid', mistakes.join('\n'));
}
