import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { startSandbox } from '../../src/index.ts';
import { rafikiSignature } from '../../src/webhook/rafiki-signature.ts';
import { call, charge } from '../acquirer-client.ts';
import { startReceiver } from '../webhook-receiver.ts';

it('covers the milliseconds and what the body says, in the order of RFC 8785', () => {
  const content = '1700000000000.{"a":{"10":1,"9":"é"},"b":[true,null]}';
  const digest = createHmac('sha256', 'secret').update(content).digest('hex');
  const body = '{ "b": [true, null], "a": { "9": "\\u00e9", "10": 1.0 } }';
  expect(rafikiSignature(body, 'secret', 1_700_000_000_000)).toBe(`t=1700000000000, v1=${digest}`);
});

it('each endpoint gets the events of the wire whose scheme it has', async () => {
  const [acquirers, rafikis] = [await startReceiver(), await startReceiver()];
  const sandbox = await startSandbox({ seed: 1 });
  sandbox.webhooks.register({ url: acquirers.url });
  sandbox.webhooks.register({ url: rafikis.url, scheme: 'rafiki' });
  await call(sandbox, 'POST', '/v1/charges', charge());
  const debitAmount = { assetCode: 'EUR', assetScale: 2, value: '5000' };
  const input = { debitAmount, incomingPayment: 'https://wallet.example/incoming-payments/1', walletAddressId: 'w' };
  const query = `mutation T($input: CreateOutgoingPaymentFromIncomingPaymentInput!) {
    createOutgoingPaymentFromIncomingPayment(input: $input) { payment { id } } }`;
  const body = JSON.stringify({ query, variables: { input } });
  await fetch(`${sandbox.url}/rafiki/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'tenant-id': 't',
      signature: rafikiSignature(body, 'sk_test_sandbox', Date.now()),
    },
    body,
  });
  await sandbox.webhooks.settle();
  expect(acquirers.received.map(({ json }) => json['type'])).toEqual(['charge.succeeded']);
  expect(rafikis.received.map(({ json }) => [Object.keys(json), json['type']])).toEqual([
    [['id', 'type', 'data'], 'outgoing_payment.completed'],
  ]);
  for (const one of [sandbox, acquirers, rafikis]) await one.close();
});
