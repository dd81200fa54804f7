import { hash } from 'node:crypto';
import type { Secret } from '@polyrail/core';

/** A key that callers show, and the tenant that it stands for. Only the key's hash is kept. */
export interface ApiKey {
  readonly tenant: string;
  /** SHA-256 of the key in hexadecimal. Keys are random and long, so a fast hash is as good as a slow one. */
  readonly sha256: string;
}

/** What one entry of a list of keys may look like: a key or its hash, perhaps behind its tenant. */
export const apiKeyRule =
  'must be a list of keys, parted by commas or line breaks: each key or tenant:key, where a key has 8 to 255 letters, digits, "_", "-", ".", or is sha256:<its SHA-256 in hexadecimal>, and stands for one tenant';

const entry = /^(?:(?!sha256:)([\w-]{1,64}):)?(?:sha256:([0-9a-f]{64})|([\w.-]{8,255}))$/;

/** A key by itself, hashed. */
export function apiKey(tenant: string, key: Secret): ApiKey {
  return { tenant, sha256: hash('sha256', key.expose()) };
}

/**
 * Reads a list of keys; lines that begin with `#` are remarks. `undefined` when an entry is malformed, there is none, or one key
 * is given to two tenants.
 *
 * @param tenant of keys that name none
 */
export function readApiKeys(text: string, tenant = 'default'): readonly ApiKey[] | undefined {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  const entries = lines.flatMap((line) => line.split(',')).map((part) => part.trim());
  const keys = entries.map((part) => readApiKey(part, tenant));
  if (keys.length === 0 || !keys.every((key) => key !== undefined)) return undefined;
  const tenants = new Map(keys.map((key) => [key.sha256, key.tenant]));
  return keys.every((key) => tenants.get(key.sha256) === key.tenant) ? keys : undefined;
}

function readApiKey(text: string, preset: string): ApiKey | undefined {
  const [, tenant = preset, digest, key] = entry.exec(text) ?? [];
  const sha256 = digest ?? (key === undefined ? undefined : hash('sha256', key));
  return sha256 === undefined ? undefined : { tenant, sha256 };
}
