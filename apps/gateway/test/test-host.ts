import { Secret } from '@polyrail/core';
import { type Sandbox, startSandbox } from '@polyrail/sandbox';
import { pino } from 'pino';
import { apiKey } from '../src/access/api-key.ts';
import { KeyRing } from '../src/access/key-ring.ts';
import { createContainer } from '../src/container.ts';
import type { HostServer } from '../src/host-server.ts';
import { buildServer } from '../src/server.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export interface TestHost {
  readonly app: HostServer;
  readonly sandbox: Sandbox;
  /** Every line that was logged, as one text. */
  log(): string;
  /** A string body goes out as it is. */
  post(path: string, body?: unknown, headers?: Record<string, string | string[]>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  close(): Promise<void>;
}

export interface TestHostOptions {
  readonly attemptTimeoutMs?: number;
  readonly deadlineMs?: number;
}

const authorization = 'Bearer sk_test_one_key';

export const apiKeys: KeyRing = new KeyRing([
  apiKey('one', new Secret('sk_test_one_key')),
  apiKey('two', new Secret('sk_test_two_key')),
]);

const operatorKeys = new KeyRing([apiKey('operator', new Secret('sk_test_operator'))]);

/** The whole host in front of a sandbox, asked without a port. */
export async function startTestHost({
  attemptTimeoutMs = 2_000,
  deadlineMs = 5_000,
}: TestHostOptions = {}): Promise<TestHost> {
  const sandbox = await startSandbox({ apiKeys: ['sk_test_sandbox'], seed: 1 });
  const { container, gateway } = await createContainer(
    { attemptTimeoutMs, deadlineMs },
    { origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') },
  );
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const app = await buildServer({ gateway, apiKeys, operatorKeys, logger });
  return {
    app,
    sandbox,
    log: () => lines.join(''),
    async post(path, body, headers = {}) {
      const payload = typeof body === 'string' ? body : body && JSON.stringify(body);
      const type = payload === undefined ? {} : { 'content-type': 'application/json' };
      return reply(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { authorization, ...type, ...headers },
          ...(typeof payload === 'string' && { payload }),
        }),
      );
    },
    async get(path, headers = {}) {
      return reply(await app.inject({ method: 'GET', url: path, headers: { authorization, ...headers } }));
    },
    async close() {
      await app.close();
      await sandbox.close();
      await container.unbindAllAsync();
    },
  };
}

interface Injected {
  readonly statusCode: number;
  readonly headers: object;
  readonly body: string;
}

export function reply({ statusCode, headers, body }: Injected): Reply {
  const isJson = /^[[{]/.test(body);
  return { status: statusCode, headers: { ...headers }, text: body, json: isJson ? JSON.parse(body) : {} };
}

let keys = 0;

/** A transfer that succeeds, unless a member says otherwise. Each has a key of its own. */
export function transfer(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  keys += 1;
  return {
    amount: 5000,
    currency: 'USD',
    source_account: 'acc_123456',
    destination_account: 'acc_789012',
    reference: 'INV-2025-001',
    idempotency_key: `key-${keys}`,
    ...over,
  };
}

/** A card payment that succeeds, unless a member says otherwise. */
export function card(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { source_account: _, destination_account: __, ...rest } = transfer();
  return { ...rest, source: { type: 'token', token: 'tok_visa' }, ...over };
}
