#!/usr/bin/env node
import { RAIL_NAMES } from './iso20022/rail.ts';
import { startSandbox } from './sandbox.ts';

const port = Number(process.env['SANDBOX_PORT'] ?? 8081);
const apiKeys = process.env['SANDBOX_API_KEYS']?.split(',').filter((key) => key !== '');
const webhookUrl = process.env['SANDBOX_WEBHOOK_URL'];
const webhookSecret = process.env['SANDBOX_WEBHOOK_SECRET'];
const railName = process.env['SANDBOX_ISO20022_RAIL'];
const rail = RAIL_NAMES.find((name) => name === railName);
if (railName && !rail) throw new RangeError(`SANDBOX_ISO20022_RAIL is one of ${RAIL_NAMES.join(', ')}`);
const sandbox = await startSandbox({
  port,
  ...(rail ? { iso20022: { rail } } : {}),
  ...(apiKeys?.length ? { apiKeys } : {}),
  ...(webhookUrl ? { webhooks: { url: webhookUrl, ...(webhookSecret ? { secret: webhookSecret } : {}) } } : {}),
});
process.stdout.write(`Sandbox acquirer on ${sandbox.url}, control on ${sandbox.url}/_sandbox/\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
