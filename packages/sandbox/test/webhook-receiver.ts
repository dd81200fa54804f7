import { createHmac } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

/** One webhook as it came in. */
export interface Received {
  readonly id: string;
  readonly timestamp: number;
  readonly signature: string | undefined;
  readonly body: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The status to answer, or what to do with the answer instead. */
  answer: number | ((response: ServerResponse) => void);
  close(): Promise<void>;
}

/** A receiver of webhooks that answers as it is told. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    received.push({
      id: String(request.headers['webhook-id']),
      timestamp: Number(request.headers['webhook-timestamp']),
      signature: request.headers['webhook-signature']?.toString(),
      body,
      json: JSON.parse(body),
    });
    if (typeof receiver.answer === 'number') response.writeHead(receiver.answer).end();
    else receiver.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The receiver has no port');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${address.port}/hooks`,
    received,
    answer: 204,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

const TOLERANCE_MS = 300_000;

/** Checks a webhook as a careful receiver does, with an implementation of its own. */
export function verify({ id, timestamp, signature, body }: Received, secret: string, now: number): string {
  if (signature === undefined) return 'unsigned';
  if (Math.abs(now - timestamp * 1000) > TOLERANCE_MS) return 'stale';
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return signature.split(' ').includes(expected) ? 'valid' : 'wrong';
}
