import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { logRedaction } from '../src/log-redaction.ts';

function logged(write: (log: ReturnType<typeof pino>) => void, redaction = logRedaction()): string {
  const lines: string[] = [];
  write(pino({ level: 'trace', ...redaction }, { write: (line: string) => void lines.push(line) }));
  for (const line of lines) JSON.parse(line);
  return lines.join('');
}

const channels: Readonly<Record<string, (log: ReturnType<typeof pino>) => void>> = {
  'a field': (log) => log.info({ password: 'CANARY' }, 'x'),
  'a field in other letters': (log) => log.info({ AUTHORIZATION: 'CANARY' }, 'x'),
  'a deep field': (log) => log.info({ a: { b: [{ c: { cvv: 'CANARY' } }] } }, 'x'),
  'the message': (log) => log.info('the token=CANARY was refused'),
  interpolation: (log) => log.info('a %s b', 'password: CANARY'),
  'an object in the message': (log) => log.info('a %o b', { apiKey: 'CANARY' }),
  'an error': (log) => log.error(new Error('refused Bearer CANARY-1')),
  'the cause of an error': (log) => log.error(new Error('x', { cause: new Error('secret=CANARY') })),
  'a field of an error': (log) =>
    log.error(Object.assign(new Error('x'), { config: { headers: { authorization: 'CANARY' } } })),
  'JSON in a field': (log) => log.info({ note: JSON.stringify({ token: 'CANARY' }) }, 'x'),
  'the bindings of a child': (log) => log.child({ secret: 'CANARY' }).info('x'),
  'a name': (log) => log.info({ 'token=CANARY': 1 }, 'x'),
};

describe('logRedaction', () => {
  it.each(Object.entries(channels))('lets nothing out through %s', (_, write) => {
    expect(logged(write)).not.toContain('CANARY');
  });

  it.each(Object.entries(channels))('is what keeps it in %s', (_, write) => {
    expect(
      logged(write, { formatters: { log: (f) => f, bindings: (f) => f }, hooks: { streamWrite: (line) => line } }),
    ).toContain('CANARY');
  });
});
