import { afterEach } from 'vitest';
import { readConfig } from '../src/settings/config.ts';
import { type RunningHost, startHost } from '../src/start-host.ts';

const hosts = new Set<RunningHost>();

/** Starts the host as `npm start` does, on free ports. It is closed after the test. */
export async function start(environment: Record<string, string> = {}): Promise<RunningHost> {
  const ports = { PORT: '0', SANDBOX_PORT: '0', LOG_LEVEL: 'silent' };
  const host = await startHost(readConfig({ ...ports, ...environment }));
  hosts.add(host);
  return host;
}

/** Closes a host before its test ends. */
export async function stop(host: RunningHost): Promise<void> {
  hosts.delete(host);
  await host.close();
}

afterEach(async () => {
  await Promise.all([...hosts].map(stop));
});

export const headers = { authorization: 'Bearer sk_sandbox_demo', 'content-type': 'application/json' };

/** A body of `POST /v1/payments`, without its key. */
export const unkeyed = {
  amount: 5_000,
  currency: 'USD',
  source_account: 'acc_123456',
  destination_account: 'acc_789012',
  reference: 'INV-2025-001',
};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, string>;
}

export async function post(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? {} : JSON.parse(text) };
}
