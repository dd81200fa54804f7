import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from '../acquirer-client.ts';
import { type Bench, startBench, us } from './support/bench.ts';
import { newMember } from './support/member.ts';
import { summary } from './support/read-answer.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ iso20022: { participants: [] } });
});
afterAll(() => bench.sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
  call(bench.sandbox, method, `/_sandbox/${path}`, body);

it('adds members, pays them, shows the network and who broke its rules', async () => {
  const participant = { member: us.id, key_id: us.keyId, public_key: us.publicPem };
  expect(await control('POST', 'iso20022/participants', participant)).toMatchObject({
    status: 200,
    json: { rail: 'fednow', key_id: 'network', participants: [us.id], violation_count: 0 },
  });
  const paid = await control('POST', 'iso20022/payments', { member: us.id, amount: 100, end_to_end_id: 'E1' });
  const [message = ''] = await bench.waiting();
  expect(summary(message, 'UETR', 'EndToEndId')).toEqual(['pacs.008.001.08', paid.json['uetr'], 'E1']);
  await bench.pay('M1');
  await bench.inquire('Q1', 'M1');
  expect((await control('GET', 'iso20022')).json).toMatchObject({
    public_key: bench.sandbox.iso20022.publicKey,
    violation_count: 1,
    violations: [{ rule: 'inquiry_too_early', message: 'Q1' }],
  });
  expect((await control('GET', `book?client_reference=M1`)).json).toMatchObject({ count: 1 });
});

it.each([
  ['participants', { member: 'x', key_id: 'k', public_key: 'no key' }, /no PEM/],
  ['participants', { member: 'x', key_id: us.keyId, public_key: us.publicPem }, /another member's/],
  ['participants', { member: 'x', key_id: 'k' }, /public_key is missing/],
  ['payments', { member: 'nobody', amount: 100 }, /No such participant/],
  ['payments', { member: us.id }, /amount is missing/],
])('refuses %s that make no sense: %j', async (path, body, message) => {
  const { status, json } = await control('POST', `iso20022/${path}`, body);
  expect(status).toBe(400);
  expect(JSON.stringify(json)).toMatch(message);
});

it('refuses a key of another kind', () => {
  const { publicPem } = newMember('x', 'k');
  const ed25519 =
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----';
  expect(() => bench.sandbox.iso20022.participants.add({ member: 'x', keys: { a: publicPem, b: ed25519 } })).toThrow(
    /neither RSA nor on P-256/,
  );
});
