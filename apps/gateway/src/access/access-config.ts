import type { Secret } from '@polyrail/core';
import { z } from 'zod';
import { numberText } from '../settings/number-text.ts';
import { pemText } from '../settings/pem-text.ts';
import { type AccessTokenSettings, tokenAlgorithms } from './access-tokens.ts';
import { type ApiKey, apiKeyRule, readApiKeys } from './api-key.ts';
import { TlsServer, type TlsSettings } from './tls-server.ts';

/** Who is let in, by what, and how often. */
export interface AccessConfig {
  /** `undefined`: none are set. */
  readonly apiKeys?: readonly ApiKey[];
  /** Who may see and replay what was given up, of all tenants. `undefined`: none are set. */
  readonly operatorKeys?: readonly ApiKey[];
  /** Whose access tokens are believed besides. */
  readonly accessTokens?: AccessTokenSettings;
  /** Default: none, TLS is the job of a proxy in front. */
  readonly tls?: TlsSettings;
  /** Requests that one key or client may make in a second. Zero: any number. */
  readonly requestsPerSecond: number;
}

/** The variables of TLS at the host itself. */
export const tlsSecrets = ['TLS_CERTIFICATE', 'TLS_KEY', 'TLS_CLIENT_CA', 'TLS_CLIENT_CRL'] as const;

/** The variables that may come from files as well. */
export const accessSecrets: readonly string[] = ['POLYRAIL_API_KEYS', 'POLYRAIL_OPERATOR_KEYS', ...tlsSecrets];

/** Tenant that stands for the operators in the log. */
const operator = 'operator';
const operatorKeyRule = `${apiKeyRule}. An operator's key names no tenant, because it is for all of them`;

const jwksRule = 'must be an https URL, or http on loopback, without user and password';
const originRule = 'must be an https origin without a path, such as https://payments.example, or http on loopback';
const algorithmsRule = `must be a comma-separated list of ${tokenAlgorithms.join(', ')}`;

/** The variables that say who is let in. */
export const accessVariables = {
  POLYRAIL_API_KEYS: keys((text) => readApiKeys(text)),
  POLYRAIL_OPERATOR_KEYS: keys(readOperatorKeys, operatorKeyRule),
  POLYRAIL_REQUESTS_PER_SECOND: numberText(0, 1_000_000).default(10_000),
  POLYRAIL_JWT_ISSUER: z.string().optional(),
  POLYRAIL_JWT_AUDIENCE: z.string().optional(),
  POLYRAIL_JWT_JWKS_URL: z.string().refine(isKeyUrl, jwksRule).optional(),
  POLYRAIL_JWT_ALGORITHMS: z
    .string()
    .transform((text) => text.split(','))
    .refine((names) => names.every((name) => tokenAlgorithms.includes(name)), algorithmsRule)
    .optional(),
  POLYRAIL_PUBLIC_ORIGIN: z.string().refine(isPublicOrigin, originRule).optional(),
  POLYRAIL_JWT_TENANT_CLAIM: z.string().default('tenant'),
  POLYRAIL_JWT_SCOPE: z.string().default('payments'),
  TLS_CERTIFICATE: pemText,
  TLS_KEY: pemText,
  TLS_CLIENT_CA: pemText,
  TLS_CLIENT_CRL: pemText,
};

const variables = z.object(accessVariables);

type Variables = z.output<typeof variables>;

/** Who is let in, and what is wrong between the variables that say so. */
export function readAccess(data: Variables): { readonly access: AccessConfig; readonly mistakes: readonly string[] } {
  const tls = tlsOf(data);
  const accessTokens = accessTokensOf(data);
  const { POLYRAIL_API_KEYS: apiKeys, POLYRAIL_OPERATOR_KEYS: operatorKeys } = data;
  const access = {
    ...(apiKeys && { apiKeys }),
    ...(operatorKeys && { operatorKeys }),
    ...(accessTokens !== 'incomplete' && accessTokens && { accessTokens }),
    ...(tls !== 'unusable' && tls && { tls }),
    requestsPerSecond: data.POLYRAIL_REQUESTS_PER_SECOND,
  };
  const mistakes: string[] = [];
  if (tls === 'unusable')
    mistakes.push('TLS_CERTIFICATE, TLS_KEY, TLS_CLIENT_CA and TLS_CLIENT_CRL must be PEM and belong together');
  if (accessTokens === 'incomplete')
    mistakes.push('POLYRAIL_JWT_ISSUER, POLYRAIL_JWT_AUDIENCE and POLYRAIL_JWT_JWKS_URL must be set together');
  return { access, mistakes };
}

/** The keys of operators, all under one name. `undefined` also where one names a tenant: an operator's key is for all. */
export function readOperatorKeys(text: string): readonly ApiKey[] | undefined {
  const keys = readApiKeys(text, operator);
  return keys?.every(({ tenant }) => tenant === operator) ? keys : undefined;
}

/** The settings of TLS, if there are any and they can be used. */
export function tlsOf({
  TLS_CERTIFICATE: certificate,
  TLS_KEY: key,
  TLS_CLIENT_CA: clientAuthority,
  TLS_CLIENT_CRL: clientRevocations,
}: Readonly<Partial<Record<(typeof tlsSecrets)[number], Secret | undefined>>>): TlsSettings | 'unusable' | undefined {
  const isNoneSet = [certificate, key, clientAuthority, clientRevocations].every((value) => value === undefined);
  if (isNoneSet) return undefined;
  if (certificate === undefined || key === undefined) return 'unusable';
  if (clientRevocations !== undefined && clientAuthority === undefined) return 'unusable';
  const settings = {
    certificate,
    key,
    ...(clientAuthority && { clientAuthority }),
    ...(clientRevocations && { clientRevocations }),
  };
  return TlsServer.isUsable(settings) ? settings : 'unusable';
}

function accessTokensOf(data: Variables): AccessTokenSettings | 'incomplete' | undefined {
  const { POLYRAIL_JWT_ISSUER: issuer, POLYRAIL_JWT_AUDIENCE: audience, POLYRAIL_JWT_JWKS_URL: jwksUrl } = data;
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return undefined;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return 'incomplete';
  const { POLYRAIL_JWT_ALGORITHMS: algorithms } = data;
  const claims = { tenantClaim: data.POLYRAIL_JWT_TENANT_CLAIM, scope: data.POLYRAIL_JWT_SCOPE };
  const { POLYRAIL_PUBLIC_ORIGIN: publicOrigin } = data;
  return {
    issuer,
    audience,
    jwksUrl,
    ...claims,
    ...(algorithms && { algorithms }),
    ...(publicOrigin !== undefined && { publicOrigin }),
  };
}

function keys(read: (text: string) => readonly ApiKey[] | undefined, rule: string = apiKeyRule) {
  return z
    .string()
    .transform(read)
    .refine((found) => found !== undefined, rule)
    .optional();
}

function isPublicOrigin(text: string): boolean {
  return isKeyUrl(text) && new URL(text).origin === text;
}

function isKeyUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url !== undefined && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname);
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}
