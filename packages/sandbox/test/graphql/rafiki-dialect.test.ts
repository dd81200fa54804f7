import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import type { GraphqlReply } from './graphql-client.ts';

const PAYMENT = `id state error receiver walletAddressId metadata
  debitAmount { value assetCode assetScale } sentAmount { value assetCode assetScale }`;
const TRANSFER = `mutation T($input: CreateOutgoingPaymentFromIncomingPaymentInput!) {
  createOutgoingPaymentFromIncomingPayment(input: $input) { payment { ${PAYMENT} } } }`;
const RETRIEVE = `query O($id: String!) { outgoingPayment(id: $id) { ${PAYMENT} } }`;
const incomingPayment = 'https://wallet.example/incoming-payments/1';
const transfer = (value: unknown = '5000', over: object = {}) => ({
  input: {
    walletAddressId: 'wallet-1',
    incomingPayment,
    debitAmount: { value, assetCode: 'EUR', assetScale: 2 },
    metadata: { externalRef: 'ref-1', description: 'order' },
    idempotencyKey: 'k',
    ...over,
  },
});

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ seed: 1, personality: 'honours' });
});
afterEach(() => sandbox.close());

interface Signing {
  /** What is signed; its members are in order. */
  readonly signed?: string;
  readonly secret?: string;
  readonly tenant?: string | undefined;
  readonly header?: (digest: string) => string;
}

/** Signs by first principles: `query` comes before `variables`. */
async function post(query: string, variables: object, signing: Signing = {}): Promise<GraphqlReply> {
  const body = JSON.stringify({ query, variables: inOrder(variables) });
  const { signed = body, secret = 'sk_test_sandbox', tenant = 'tenant-1' } = signing;
  const { header = (digest: string) => `t=1700000000000, v1=${digest}` } = signing;
  const digest = createHmac('sha256', secret).update(`1700000000000.${signed}`).digest('hex');
  const response = await fetch(`${sandbox.url}/rafiki/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', signature: header(digest), ...(tenant && { 'tenant-id': tenant }) },
    body,
  });
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, contentType: response.headers.get('content-type'), json };
}

function inOrder(value: object): object {
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    members.map(([name, member]) => [name, typeof member === 'object' && member ? inOrder(member) : member]),
  );
}

const paymentOf = ({ json }: GraphqlReply) =>
  Object(json.data)['createOutgoingPaymentFromIncomingPayment']?.payment ?? Object(json.data)['outgoingPayment'];
const codeOf = ({ json }: GraphqlReply) => json.errors?.[0]?.extensions?.['code'];

describe('an outgoing payment', () => {
  it('is answered in FUNDING, and COMPLETED to who asks', async () => {
    const created = paymentOf(await post(TRANSFER, transfer()));
    expect(created).toMatchObject({
      state: 'FUNDING',
      walletAddressId: 'wallet-1',
      receiver: incomingPayment,
      debitAmount: { value: '5000', assetCode: 'EUR', assetScale: 2 },
      sentAmount: { value: '0' },
      metadata: { externalRef: 'ref-1', description: 'order' },
    });
    const asked = paymentOf(await post(RETRIEVE, { id: created.id }));
    expect(asked).toMatchObject({ id: created.id, state: 'COMPLETED', sentAmount: { value: '5000' }, error: null });
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('fails by the digits of its amount', async () => {
    const { id } = paymentOf(await post(TRANSFER, transfer(5_091)));
    expect(paymentOf(await post(RETRIEVE, { id }))).toMatchObject({
      state: 'FAILED',
      error: 'RatesUnavailable',
      sentAmount: { value: '0' },
    });
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it('is one for a key, and another request under it is a fault within', async () => {
    const [first, again] = [await post(TRANSFER, transfer()), await post(TRANSFER, transfer())];
    expect(again.json).toEqual(first.json);
    expect(codeOf(await post(TRANSFER, transfer('6000')))).toBe('INTERNAL_SERVER_ERROR');
    await post(TRANSFER, transfer('5000', { idempotencyKey: null }));
    expect(sandbox.book.movements()).toHaveLength(2);
  });

  it.each([
    ['another scale', { debitAmount: { value: '5000', assetCode: 'EUR', assetScale: 9 } }],
    ['no amount', { debitAmount: undefined }],
    ['nothing', { debitAmount: { value: 0, assetCode: 'EUR', assetScale: 2 } }],
    ['a wallet instead of an incoming payment', { incomingPayment: 'https://wallet.example/ada' }],
  ])('is refused for %s', async (_, over) => {
    expect(codeOf(await post(TRANSFER, transfer('5000', over)))).toBe('BAD_USER_INPUT');
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it('that is not there is not found', async () => {
    expect(codeOf(await post(RETRIEVE, { id: 'nobody' }))).toBe('NOT_FOUND');
  });
});

it.each<[string, Signing]>([
  ['another secret', { secret: 'sk_other' }],
  ['another body', { signed: '{}' }],
  ['no tenant', { tenant: '' }],
  ['no time', { header: (digest) => `v1=${digest}` }],
  ['another time', { header: (digest) => `t=1700000000001, v1=${digest}` }],
  ['another version', { header: (digest) => `t=1700000000000, v2=${digest}` }],
])('a request signed with %s is not let in', async (_, signing) => {
  const reply = await post(TRANSFER, transfer(), signing);
  expect([reply.status, reply.contentType]).toEqual([401, 'text/plain']);
  expect(sandbox.book.movements()).toHaveLength(0);
});
