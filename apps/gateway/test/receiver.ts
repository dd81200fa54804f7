import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret } from '@polyrail/core';
import { standardWebhooksVerifier } from '@polyrail/webhooks';
import { afterEach } from 'vitest';

/** An event that arrived at an endpoint of the host, and was signed rightly. */
export interface Arrival {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An application that hears of its payments. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** Each try with a right signature, in the order of arrival. */
  readonly arrivals: Arrival[];
  /** `hang`: no answer at all. */
  answer: (arrival: Arrival) => number | 'hang';
}

const secret = `whsec_${Buffer.from('a secret of the receiver'.repeat(2)).toString('base64')}`;
const verifier = standardWebhooksVerifier([{ id: 'receiver', secret: new Secret(secret) }]);
const closings = new Set<() => Promise<void>>();

/** Starts one on loopback. It is closed after the test. */
export async function startReceiver(nowMs: () => number = Date.now): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (verifier.verify({ headers: request.headersDistinct, body }, nowMs()).kind === 'refused') {
      response.writeHead(401).end();
      return;
    }
    const arrival: Arrival = JSON.parse(body.toString());
    receiver.arrivals.push(arrival);
    const status = receiver.answer(arrival);
    if (status !== 'hang') response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.add(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  const receiver: Receiver = { url, secret, arrivals: [], answer: () => 204 };
  return receiver;
}

afterEach(async () => {
  await Promise.all([...closings].map((close) => close()));
  closings.clear();
});
