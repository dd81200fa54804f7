import { request } from 'node:http';
import type { Sandbox } from '../src/index.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly key?: string;
  readonly apiKey?: string;
  readonly contentType?: string;
}

/** Calls the acquirer as one of its customers would. A string body goes out as it is. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Reply> {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: {
      authorization: `Bearer ${options.apiKey ?? 'sk_test_sandbox'}`,
      ...(body === undefined ? {} : { 'content-type': options.contentType ?? 'application/json' }),
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json: unknown = await response.json();
  return { status: response.status, headers: response.headers, json: Object(json) };
}

/** A charge that is approved, unless a member says otherwise. */
export function charge(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { amount: 5000, currency: 'USD', source: { token: 'tok_visa' }, client_reference: 'order-1', ...over };
}

export const TRANSFER = {
  amount: 5000,
  currency: 'USD',
  source_account: 'acc_123456',
  destination_account: 'acc_789012',
  reference: 'INV-2025-001',
  client_reference: 'order-1',
};

/** What came over the socket before it ended, and how it ended. */
export interface RawReply {
  readonly status: number | undefined;
  readonly body: string;
  readonly error: string | undefined;
}

/** Sends one charge through node:http and reports the bytes and the end of the connection. */
export function rawCharge(sandbox: Sandbox, key: string): Promise<RawReply> {
  return new Promise((resolve) => {
    let status: number | undefined;
    const chunks: Buffer[] = [];
    const done = (error?: NodeJS.ErrnoException): void => {
      resolve({ status, body: Buffer.concat(chunks).toString('latin1'), error: error?.code });
    };
    const outgoing = request(`${sandbox.url}/v1/charges`, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: 'Bearer sk_test_sandbox',
        'content-type': 'application/json',
        'idempotency-key': key,
      },
    });
    outgoing.on('error', done);
    outgoing.on('response', (response) => {
      status = response.statusCode;
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', done);
      response.on('end', () => done());
    });
    outgoing.end(JSON.stringify(charge({ client_reference: key })));
  });
}
