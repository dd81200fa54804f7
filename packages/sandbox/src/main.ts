#!/usr/bin/env node
import { readEnvironment } from './environment.ts';
import { startSandbox } from './sandbox.ts';

try {
  const sandbox = await startSandbox(readEnvironment(process.env));
  process.stdout.write(`Sandbox acquirer on ${sandbox.url}, control on ${sandbox.url}/_sandbox/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
} catch (error) {
  process.stderr.write(`The sandbox cannot start: ${reasonOf(error)}\n`);
  process.exitCode = 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error)
    return error.code === 'EADDRINUSE'
      ? `port ${error.port} is in use, set SANDBOX_PORT to another`
      : `it may not listen on port ${error.port} (${error.code}), set SANDBOX_PORT to another`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
