#!/usr/bin/env node
import { startSandbox } from './sandbox.ts';

const port = Number(process.env['SANDBOX_PORT'] ?? 8081);
const apiKeys = process.env['SANDBOX_API_KEYS']?.split(',').filter((key) => key !== '');
const webhookUrl = process.env['SANDBOX_WEBHOOK_URL'];
const webhookSecret = process.env['SANDBOX_WEBHOOK_SECRET'];
const sandbox = await startSandbox({
  port,
  ...(apiKeys?.length ? { apiKeys } : {}),
  ...(webhookUrl ? { webhooks: { url: webhookUrl, ...(webhookSecret ? { secret: webhookSecret } : {}) } } : {}),
});
process.stdout.write(`Sandbox acquirer on ${sandbox.url}, control on ${sandbox.url}/_sandbox/\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
