import { createRedactor, type Redactor } from '@polyrail/redaction';
import type { Config } from './config.ts';

/** Fields that hold more of a request or an answer than a log may have. */
const names = ['headers', 'body', 'idempotency_key'];

/** Keeps every secret of the settings out of logs and of what is printed when the host fails. */
export function hostRedactor({ sandbox, store, webhookSecret, webhookEndpoints }: Config): Redactor {
  const secrets = [
    sandbox.apiKey,
    ...(webhookSecret === undefined ? [] : [webhookSecret]),
    ...(store.kind === 'postgres' ? [store.connection] : []),
    ...webhookEndpoints.flatMap((endpoint) => endpoint.secrets.map(({ secret }) => secret)),
  ];
  return createRedactor({ names, secrets });
}
