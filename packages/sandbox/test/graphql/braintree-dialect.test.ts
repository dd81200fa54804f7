import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { ask, type GraphqlReply } from './graphql-client.ts';

const headers = {
  authorization: `Basic ${Buffer.from('public:sk_test_sandbox').toString('base64')}`,
  'braintree-version': '2025-04-29',
};
const PAYMENT = `__typename id orderId status amount { value currencyCode }
  statusHistory { __typename ... on GatewayRejectedEvent { gatewayRejectionReason duplicateOf { id } } }`;
const CHARGE = `mutation C($input: ChargePaymentMethodInput!) { chargePaymentMethod(input: $input) { transaction { ${PAYMENT} } } }`;
const SEARCH = `query S($id: String!) { search { payments(input: { orderId: { is: $id } }) { edges { node { ${PAYMENT} } } } } }`;
const charge = (amount = '50.00', over: object = {}) => ({
  input: { paymentMethodId: 'tok', transaction: { amount, orderId: 'o-1', merchantAccountId: 'm_EUR', ...over } },
});

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ seed: 1 });
});
afterEach(() => sandbox.close());

function post(query: string, variables: object, own: Record<string, string> = headers): Promise<GraphqlReply> {
  return ask(sandbox, query, variables, { path: '/braintree/graphql', headers: own });
}

it('answers 200 whatever it says, with classes of errors', async () => {
  const replies = [
    await post(CHARGE, charge('5.1')),
    await post(CHARGE, charge(), { ...headers, authorization: 'Basic eDp5' }),
    await post(CHARGE, charge(), { authorization: headers.authorization }),
  ];
  expect(replies.map(({ status, json }) => [status, json.errors?.[0]?.extensions?.['errorClass']])).toEqual([
    [200, 'VALIDATION'],
    [200, 'AUTHENTICATION'],
    [200, 'AUTHENTICATION'],
  ]);
  expect(sandbox.book.movements()).toHaveLength(0);
});

it('refuses a repeat within thirty seconds, names the original, and lets it pass later', async () => {
  const first = Object((await post(CHARGE, charge())).json.data)['chargePaymentMethod'].transaction;
  expect(first).toMatchObject({
    status: 'SUBMITTED_FOR_SETTLEMENT',
    orderId: 'o-1',
    amount: { value: '50.00', currencyCode: 'EUR' },
  });
  const second = Object((await post(CHARGE, charge())).json.data)['chargePaymentMethod'].transaction;
  expect(second).toMatchObject({
    status: 'GATEWAY_REJECTED',
    statusHistory: [{ gatewayRejectionReason: 'DUPLICATE', duplicateOf: { id: first.id } }],
  });
  const { edges } = Object((await post(SEARCH, { id: 'o-1' })).json.data)['search'].payments;
  expect(edges.map(({ node }: { node: { status: string } }) => node.status)).toEqual(['GATEWAY_REJECTED', 'SETTLED']);
  sandbox.clock.advance(30_000);
  await post(CHARGE, charge());
  expect(sandbox.book.movementsOf('o-1')).toHaveLength(2);
});

it.each([
  ['1000', 'JPY', 1000n],
  ['1.000', 'KWD', 1000n],
  ['10', 'EUR', 1000n],
  ['10.000', 'EUR', 1000n],
])('reads %s %s', async (amount, currency, minorUnits) => {
  await post(CHARGE, charge(amount, { merchantAccountId: `m_${currency}` }));
  expect(sandbox.book.movements()[0]).toMatchObject({ amount: minorUnits, currency });
});
