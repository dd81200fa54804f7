// What a call costs on a connection with certificates on both sides: the transport beside bare undici.
import { httpTransport } from '@polyrail/http';
import { Pool } from 'undici';
import { Child } from './child.ts';
import { payByDispatch } from './clients/undici-dispatch.ts';
import { measureCosts, type Work } from './cost.ts';
import { createMutualTls, type MutualTls } from './mutual-tls.ts';
import { readOptions } from './options.ts';
import { nextPayment, paymentPath, requirePaid } from './payment-request.ts';
import { decimal, goalSection, publish } from './report.ts';

const { quick, rounds } = readOptions(15);
const times = quick ? 500 : 2_000;
const tls = await createMutualTls();
const server = new Child<MutualTls, number>('mtls-server-process.js');
await server.greeting;
const origin = `https://localhost:${await server.ask(tls)}`;

const pool = new Pool(origin, { connections: 1, pipelining: 1, connect: { ...tls } });
const transport = httpTransport({ origin, tls });
const bareName = 'bare undici, dispatch';
const ownName = 'transport, send';
const works: readonly Work[] = [
  { name: bareName, times, prepare: () => () => payByDispatch(pool) },
  { name: ownName, times, prepare: () => pay },
];

const costs = await measureCosts(works, rounds);
await Promise.all([pool.close(), transport.close()]);
server.stop();
const bareMicros = costs.get(bareName) ?? Number.NaN;
const ownMicros = costs.get(ownName) ?? Number.NaN;
publish(
  'mtls',
  [
    {
      title: 'A call over mutual TLS on a connection that is kept',
      text: `Medians of ${rounds} rounds of ${times} calls, one at a time. Both read the same answer, parse it and check it.`,
      columns: ['client', 'CPU µs a call', 'ratio'],
      rows: [
        [bareName, decimal(bareMicros, 1), '1.00'],
        [ownName, decimal(ownMicros, 1), decimal(ownMicros / bareMicros, 2)],
      ],
    },
    goalSection([
      { text: 'transport / bare undici, CPU of a mutual TLS call', measured: ownMicros / bareMicros, atMost: 1.3 },
    ]),
  ],
  quick,
);

async function pay(): Promise<void> {
  const { body, headers: all, reference } = nextPayment();
  // The length belongs to the transport, which computes it.
  const { 'content-length': _length, ...headers } = all;
  const delivery = await transport.send({ method: 'POST', path: paymentPath, headers, body }, { timeoutMs: 10_000 });
  if (delivery.phase !== 'answered') throw new Error(delivery.fault.message);
  requirePaid(JSON.parse(delivery.response.text() ?? ''), reference);
}
