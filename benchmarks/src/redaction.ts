// What redaction adds to a line of the log.
import { createRedactor, logRedaction } from '@polyrail/redaction';
import { type Logger, pino } from 'pino';
import { measureCosts, type Work } from './cost.ts';
import { readOptions } from './options.ts';
import { decimal, type Goal, goalSection, publish } from './report.ts';

const { quick, rounds } = readOptions(15);
const times = quick ? 5_000 : 20_000;

const request = {
  request_id: '0197b1c2-d3e4-7f5a-8b9c-0d1e2f3a4b5c',
  method: 'POST',
  route: '/v1/payments/:id/refunds',
  status: 201,
  ms: 12,
  tenant: 'default',
};
const nested = {
  payment: {
    id: `pay_${'0197b1c2d3e47f5a'.repeat(2)}`,
    amount: '5000',
    currency: 'USD',
    attempts: [{ number: 1, tookMs: 12 }],
  },
  provider: { id: 'sandbox-rest', headers: { authorization: 'Bearer sk_live_0123456789' }, cvv: 123 },
};
const lines: Readonly<Record<string, (log: Logger) => void>> = {
  'a request': (log) => log.info(request, 'request'),
  'nested fields, two of them hidden': (log) => log.info(nested, 'asked'),
  'a message with a card number': (log) => log.warn('the provider refused card 4111 1111 1111 1111'),
};

const secrets = ['sk_live_0123456789', 'whsec_abcdefghijklmnop', 'postgresql://user:password@db/payments'].map(
  (text) => ({
    expose: () => text,
  }),
);
const plain = pino({}, nowhere());
const redacted = pino({ ...logRedaction(createRedactor({ secrets })) }, nowhere());

const works = Object.entries(lines).flatMap(([name, write]): readonly Work[] => [
  { name: nameOf(name, false), times, prepare: () => () => write(plain) },
  { name: nameOf(name, true), times, prepare: () => () => write(redacted) },
]);
const costs = await measureCosts(works, rounds);
const cost = (name: string, isRedacted: boolean) => costs.get(nameOf(name, isRedacted)) ?? Number.NaN;

publish(
  'redaction',
  [
    goalSection(
      Object.keys(lines).map(
        (name): Goal => ({
          text: `µs that redaction adds to ${name}`,
          measured: cost(name, true) - cost(name, false),
          atMost: 15,
        }),
      ),
    ),
    {
      title: 'CPU of a line of pino',
      text: `Medians of ${rounds} rounds of ${times} lines that are thrown away. Three secrets are known by value.`,
      columns: ['line', 'pino µs', 'with redaction µs'],
      rows: Object.keys(lines).map((name) => [name, decimal(cost(name, false), 2), decimal(cost(name, true), 2)]),
    },
  ],
  quick,
);

function nowhere(): { write(line: string): void } {
  return { write: () => undefined };
}

function nameOf(line: string, isRedacted: boolean): string {
  return isRedacted ? `${line}, redacted` : line;
}
