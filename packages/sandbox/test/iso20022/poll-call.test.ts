import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bench, startBench, us } from './support/bench.ts';
import { newMember, poll } from './support/member.ts';
import { textOf } from './support/read-answer.ts';

const them = newMember('011000015', 'them-1');
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ iso20022: { notifies: true } });
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

it('hands out at most ten messages after a position, the same bytes until they are taken', async () => {
  for (let index = 0; index < 6; index += 1) bench.sandbox.iso20022.pay({ member: us.id, amount: 100n });
  const { messages } = await poll(bench.sandbox);
  expect(messages).toHaveLength(10);
  expect(messages.map(({ message }) => textOf(message, 'MsgDefIdr')).slice(0, 2)).toEqual([
    'pacs.008.001.08',
    'camt.054.001.08',
  ]);
  const first = Number(messages[0]?.position);
  expect(messages.map(({ position }) => Number(position))).toEqual(messages.map((_, index) => first + index));
  expect((await poll(bench.sandbox)).messages).toEqual(messages);
  const rest = await poll(bench.sandbox, first + 9);
  expect(rest.messages.map(({ position }) => Number(position))).toEqual([first + 10, first + 11]);
  // What was taken does not come again.
  expect((await poll(bench.sandbox)).messages).toEqual(rest.messages);
  expect(await poll(bench.sandbox, first + 11)).toEqual({ status: 204, messages: [] });
});

it('tells what is booked: a debit for what was sent, a credit for what was received', async () => {
  await bench.pay('M1');
  bench.sandbox.iso20022.pay({ member: us.id, amount: 100n, account: '42' });
  const [debit = '', , credit = ''] = await bench.waiting();
  expect([debit, credit].map((xml) => textOf(xml, 'CdtDbtInd'))).toEqual(['DBIT', 'CRDT']);
  expect(textOf(debit, 'EndToEndId')).toBe('INV-1');
});

it('answers a poll that waits as soon as there is something', async () => {
  const waiting = poll(bench.sandbox, 0, 60);
  await expect.poll(() => bench.sandbox.requests.inFlight).toBe(1);
  bench.sandbox.iso20022.pay({ member: us.id, amount: 100n });
  expect((await waiting).status).toBe(200);
});

it('ends a wait without news', async () => {
  expect((await poll(bench.sandbox, 0, 1)).status).toBe(204);
});

it('is for members alone, each its own', async () => {
  bench.sandbox.iso20022.participants.add({ member: them.id, keys: { [them.keyId]: them.publicPem } });
  bench.sandbox.iso20022.pay({ member: us.id, amount: 100n });
  expect((await poll(bench.sandbox)).status).toBe(403);
  expect((await poll(bench.sandbox, 0, 0, '&participant=nobody')).status).toBe(403);
  expect((await poll(bench.sandbox, 0, 0, `&participant=${them.id}`)).status).toBe(204);
  expect((await poll(bench.sandbox, 0, 0, `&participant=${us.id}`)).status).toBe(200);
  const url = `${bench.sandbox.url}/iso20022/messages/stream`;
  expect((await fetch(`${url}?after=x`)).status).toBe(400);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});
