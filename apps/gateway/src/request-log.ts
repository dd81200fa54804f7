import { type Logger, pino, stdSerializers } from 'pino';

/** JSON lines on standard output. Headers are never logged; the paths below are a second lock on that door. */
export function requestLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: ['*.authorization', '*.headers', 'authorization', 'headers', '*.idempotency_key', '*.token', '*.body'],
    serializers: { err: stdSerializers.err },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  });
}
