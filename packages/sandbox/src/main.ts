#!/usr/bin/env node
import { startSandbox } from './sandbox.ts';

const port = Number(process.env['SANDBOX_PORT'] ?? 8081);
const apiKeys = process.env['SANDBOX_API_KEYS']?.split(',').filter((key) => key !== '');
const sandbox = await startSandbox({ port, ...(apiKeys?.length ? { apiKeys } : {}) });
process.stdout.write(`Sandbox acquirer on ${sandbox.url}, control on ${sandbox.url}/_sandbox/\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
