import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBatch } from '../src/batch.ts';
import { targetOf } from '../src/bench-client.ts';
import { type ClientName, clients } from '../src/client-list.ts';
import { paymentServer } from '../src/payment-server.ts';

const names: readonly ClientName[] = [
  'raw node:http',
  'bare undici dispatch',
  'axios',
  'axios + opossum + retry',
  'stripe SDK',
  'Polyrail transport alone',
  'Polyrail',
  'Polyrail through the axios face',
  '1,000 registered, 10 used',
];

const bodies: string[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = paymentServer((body) => bodies.push(body));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

/** The `stripe` package leaves the brackets as they are; the value of the reference differs by payment. */
function shapeOf(body: string): string {
  return body
    .replace('%5B', '[')
    .replace('%5D', ']')
    .replace(/=[0-9a-f]{32}$/, '=');
}

describe('the clients of the comparison', () => {
  it.each(names)('%s sends the same body as all others and reads its answer', async (name) => {
    bodies.length = 0;
    const client = (await clients[name]())(targetOf(port));
    const result = await runBatch(client, { calls: 20, inFlight: 4 });
    await client.close();
    expect(result.cpuMicros).toBeGreaterThan(0);
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
    expect(new Set(bodies.map(shapeOf))).toEqual(
      new Set(['amount=5000&currency=usd&payment_method=pm_card_visa&confirm=true&metadata[reference]=']),
    );
    expect(bodies).toHaveLength(20 + 4 * 2 + 50);
  });
});
