import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { ask } from './graphql-client.ts';

const PAYLOAD =
  'resource { __typename id status amount currency clientReference } amount declineCode userErrors { code }';
const CHARGE = `mutation Charge($input: ChargeInput!) { charge(input: $input) { ${PAYLOAD} } }`;
const following = (field: string) =>
  `mutation Next($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${PAYLOAD} } }`;
const OPERATION = `query Operation($key: String!) { operation(idempotencyKey: $key) { type status payload { ${PAYLOAD} } } }`;

const charge = (over: object = {}) => ({
  input: {
    idempotencyKey: 'key-1',
    amount: '5000',
    currency: 'USD',
    source: { token: 'tok' },
    clientReference: 'o-1',
    ...over,
  },
});

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ seed: 1 });
});
afterEach(() => sandbox.close());

async function outcome(query: string, variables: object): Promise<Record<string, unknown>> {
  const { status, json } = await ask(sandbox, query, variables);
  expect(status).toBe(200);
  return Object(Object.values(json.data ?? {})[0]);
}

describe('the GraphQL front of the acquirer', () => {
  it('moves money once for a key, in the same book as every other front', async () => {
    const first = await outcome(CHARGE, charge());
    expect(first).toEqual({
      resource: {
        __typename: 'Payment',
        id: expect.stringMatching(/^ch_/),
        status: 'SUCCEEDED',
        amount: '5000',
        currency: 'USD',
        clientReference: 'o-1',
      },
      amount: '5000',
      declineCode: null,
      userErrors: [],
    });
    expect(await outcome(CHARGE, charge())).toEqual(first);
    expect(sandbox.book.movementsOf('key-1')).toHaveLength(1);
  });

  it.each([
    ['5005', '05', 'DECLINED'],
    ['5051', '51', 'DECLINED'],
    ['5091', '91', 'DECLINED'],
    ['5096', '96', 'FAILED'],
  ])('declines %s with the code %s: data, not an error', async (amount, declineCode, status) => {
    expect(await outcome(CHARGE, charge({ amount }))).toMatchObject({ declineCode, resource: { status } });
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it('holds, captures, voids and refunds', async () => {
    const id = async (input: object) => Object((await outcome(CHARGE, charge(input)))['resource']).id;
    const held = await id({ capture: false, idempotencyKey: 'hold' });
    const captured = await outcome(following('capture'), {
      input: { idempotencyKey: 'c', paymentId: held, amount: '2000' },
    });
    expect(captured).toMatchObject({ amount: '2000', resource: { status: 'PARTIALLY_CAPTURED' } });
    expect(await outcome(following('void'), { input: { idempotencyKey: 'v', paymentId: held } })).toMatchObject({
      amount: null,
      resource: { status: 'SUCCEEDED' },
    });
    expect(
      await outcome(following('refund'), { input: { idempotencyKey: 'r', paymentId: held, amount: '1500' } }),
    ).toMatchObject({ amount: '1500', resource: { __typename: 'Refund', status: 'SUCCEEDED' } });
    expect(sandbox.book.movements().map(({ kind, amount }) => [kind, amount])).toEqual([
      ['hold', 5000n],
      ['capture', 2000n],
      ['release', 3000n],
      ['refund', 1500n],
    ]);
  });

  it('transfers between accounts', async () => {
    const TRANSFER = `mutation Transfer($input: TransferInput!) { transfer(input: $input) { ${PAYLOAD} } }`;
    const { source: _, ...input } = charge({ destination: { iban: 'DE1' } }).input;
    await outcome(TRANSFER, { input: { ...input, source: { account: 'acc_1' } } });
    expect(sandbox.book.movements()[0]).toMatchObject({ kind: 'transfer', debit: 'account:acc_1', credit: 'iban:DE1' });
  });

  it('says what cannot be executed in user errors', async () => {
    await outcome(CHARGE, charge());
    const reused = await outcome(CHARGE, charge({ amount: '6000' }));
    expect(reused).toMatchObject({ resource: null, userErrors: [{ code: 'KEY_REUSED' }] });
    const input = { idempotencyKey: 'r', paymentId: 'ch_none', amount: '1' };
    expect(await outcome(following('refund'), { input })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('takes a member that is null for one that is absent', async () => {
    const refused = await ask(sandbox, CHARGE, charge({ source: { token: null } }));
    expect(refused.json.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(sandbox.book.movements()).toHaveLength(0);
    await outcome(CHARGE, charge({ source: { token: null, iban: 'DE1' }, reference: null, capture: null }));
    await outcome(CHARGE, charge({ source: { iban: 'DE1' } }));
    expect(sandbox.book.movements()).toMatchObject([{ kind: 'charge', debit: 'iban:DE1' }]);
  });

  it('answers late for outcome 68, and tells an inquiry that it is at work', async () => {
    sandbox.behave({ lateMs: 60_000 });
    const late = ask(sandbox, CHARGE, charge({ amount: '5068' }));
    while (sandbox.book.movements().length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await outcome(OPERATION, { key: 'key-1' })).toMatchObject({ status: 'PROCESSING', payload: null });
    const again = await ask(sandbox, CHARGE, charge({ amount: '5068' }));
    expect(again.json.errors?.[0]?.extensions).toMatchObject({ code: 'KEY_IN_USE' });
    sandbox.clock.advance(60_000);
    expect((await late).json.data).toMatchObject({ charge: { resource: { status: 'SUCCEEDED' } } });
    expect(await outcome(OPERATION, { key: 'key-1' })).toMatchObject({ type: 'CHARGE', status: 'SUCCEEDED' });
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('knows nothing of a key that it never saw', async () => {
    expect((await ask(sandbox, OPERATION, { key: 'none' })).json).toEqual({ data: { operation: null } });
  });

  it('tells of nothing by webhook: the REST front does', async () => {
    await outcome(CHARGE, charge());
    expect(sandbox.webhooks.events()).toHaveLength(0);
  });
});

describe('what the server itself refuses', () => {
  it.each<[string, string, object]>([
    ['a document that cannot be parsed', 'mutation {', {}],
    ['a field that is not in the schema', CHARGE.replace('declineCode', 'quantum'), charge()],
    ['a variable that is missing', CHARGE, { input: { idempotencyKey: 'k' } }],
    ['a variable that is unknown', CHARGE, charge({ other: 'x' })],
  ])('%s: 400, and nothing moved', async (_name, query, variables) => {
    const { status, json } = await ask(sandbox, query, variables);
    expect([status, json.data]).toEqual([400, undefined]);
    expect(json.errors).not.toHaveLength(0);
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it.each([
    { amount: '-5' },
    { amount: '50.00' },
    { currency: 'usd' },
    { source: {} },
    { source: { token: 'a', iban: 'b' } },
    { idempotencyKey: '' },
  ])('a value that means nothing, %o: an error that says so, and nothing moved', async (over) => {
    const { json } = await ask(sandbox, CHARGE, charge(over));
    expect(json.data).toEqual({ charge: null });
    expect(json.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it('a key that it does not know', async () => {
    const { status, json } = await ask(sandbox, CHARGE, charge(), { headers: { authorization: 'Bearer wrong' } });
    expect([status, json.errors?.[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
  });

  it('a GET, a batch, and a body that is no JSON', async () => {
    const headers = { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/json' };
    const url = `${sandbox.url}/graphql`;
    const batch = JSON.stringify([{ query: CHARGE, variables: charge() }]);
    const replies = await Promise.all([
      fetch(`${url}?query=mutation`, { headers }),
      fetch(url, { method: 'POST', headers, body: batch }),
      fetch(url, { method: 'POST', headers, body: '{' }),
    ]);
    for (const reply of replies) expect(await reply.json()).toEqual({ errors: [expect.anything()] });
    expect(sandbox.book.movements()).toHaveLength(0);
  });
});
