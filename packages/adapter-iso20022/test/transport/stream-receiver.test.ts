import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '@polyrail/core/provider';
import { afterEach, describe, expect, it } from 'vitest';
import { receiveStream, type StreamReceiver } from '../../src/transport/stream-receiver.ts';

/** The first pauses end at once; the limits of connections, which are longer, hold. */
const hasty: Clock = {
  now: systemClock.now,
  schedule: (delayMs, task) => systemClock.schedule(delayMs < 2_500 ? 0 : delayMs, task),
};

let server: Server | undefined;
let receiver: StreamReceiver | undefined;

afterEach(async () => {
  await receiver?.stop();
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
});

/** A network whose stream gives these messages until they are acknowledged. */
async function network(
  answers: (after: number) => { readonly status: number; readonly body?: string; readonly atOnce?: boolean },
) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const after = Number(new URL(request.url ?? '', 'http://x').searchParams.get('after'));
    const { status, body, atOnce = status !== 204 } = answers(after);
    // A question with nothing to answer stays open, as a long poll does.
    if (!atOnce) return;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => server?.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = Object(server.address()) as AddressInfo;
  return { asked, origin: `http://127.0.0.1:${port}` };
}

function batch(...positions: readonly number[]) {
  const messages = positions.map((position) => ({ position: `${position}`, message: `<m>${position}</m>` }));
  return { status: 200, body: JSON.stringify({ messages }) };
}

const stream = { path: '/stream', query: { participant: '021000021' }, clock: hasty };

describe('the receiver of a stream', () => {
  it('hands on each message in order, and asks for what comes after the last one that was stored', async () => {
    const { asked, origin } = await network((after) => (after < 3 ? batch(after + 1, after + 2) : { status: 204 }));
    const taken: string[] = [];
    receiver = receiveStream({
      ...stream,
      origin,
      receive: async ({ body }) => {
        taken.push(Buffer.from(body).toString());
        return { kind: 'stored' };
      },
    });
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(3);
    expect(taken).toEqual(['<m>1</m>', '<m>2</m>', '<m>3</m>', '<m>4</m>']);
    expect(asked).toEqual([0, 2, 4].map((after) => `/stream?after=${after}&participant=021000021`));
  });

  it('acknowledges nothing that was not stored', async () => {
    const { asked, origin } = await network((after) => (after < 2 ? batch(1, 2) : { status: 204 }));
    const answers = ['stored', 'unavailable', 'throws', 'stored', 'stored'];
    const taken: string[] = [];
    receiver = receiveStream({
      ...stream,
      origin,
      receive: async ({ body }) => {
        const kind = answers.shift() ?? 'stored';
        taken.push(`${Buffer.from(body).toString()} ${kind}`);
        if (kind === 'throws') throw new Error('the inbox broke');
        return { kind };
      },
    });
    await expect.poll(() => asked.at(-1), { timeout: 10_000 }).toContain('after=2');
    expect(asked.map((url) => url.match(/after=(\d)/)?.[1])).toEqual(['0', '1', '1', '2']);
    expect(taken.filter((entry) => entry.endsWith('stored')).length).toBeGreaterThanOrEqual(2);
  });

  it('passes over nothing that is not believed: it tells, and asks for it again', async () => {
    const { asked, origin } = await network((after) => (after < 2 ? batch(after + 1, after + 2) : { status: 204 }));
    const answers = ['stored', 'refused', 'refused', 'stored'];
    const troubles: string[] = [];
    receiver = receiveStream({
      ...stream,
      origin,
      receive: async () => ({ kind: answers.shift() ?? 'stored' }),
      onTrouble: (message) => troubles.push(message),
    });
    await expect.poll(() => asked.at(-1), { timeout: 10_000 }).toContain('after=3');
    expect(asked.map((url) => url.match(/after=(\d)/)?.[1]).slice(0, 3)).toEqual(['0', '1', '1']);
    expect(troubles[0]).toBe('messages of the network are held up: the inbox answered refused to one');
  });

  it.each([
    ['an error', { status: 500, body: 'no' }],
    ['what is no JSON', { status: 200, body: '<html>' }],
    ['another shape', { status: 200, body: '{"messages":[{"position":1}]}' }],
    ['no list', { status: 200, body: '{"messages":{}}' }],
  ])('says so and tries again after %s', async (_what, broken) => {
    let times = 0;
    const { origin } = await network(() => {
      times += 1;
      return times < 3 ? broken : { status: 204 };
    });
    const troubles: string[] = [];
    const onTrouble = (message: string) => troubles.push(message);
    receiver = receiveStream({ ...stream, origin, receive: async () => ({ kind: 'stored' }), onTrouble });
    await expect.poll(() => times, { timeout: 10_000 }).toBe(3);
    expect(troubles).toHaveLength(2);
    expect(troubles[0]).toMatch(/^messages of the network cannot be fetched: /);
  });

  it.each([
    ['that nothing came', { status: 204, atOnce: true }],
    ['with an empty list', batch()],
    ['with what it gave before', batch(1)],
  ])('asks no more than once a second where the network answers at once %s', async (_what, answered) => {
    const { asked, origin } = await network(() => answered);
    const receive = async () => ({ kind: 'stored' });
    receiver = receiveStream({ ...stream, clock: systemClock, origin, receive });
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked.length).toBeLessThan(4);
  });

  it('ends an open question when it is stopped', async () => {
    const { asked, origin } = await network(() => ({ status: 204 }));
    receiver = receiveStream({ ...stream, origin, receive: async () => ({ kind: 'stored' }) });
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
    await receiver.stop();
    receiver = undefined;
  });
});
