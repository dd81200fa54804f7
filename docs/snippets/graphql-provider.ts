import { defineGraphqlProvider, gql, jsonField, minorUnitsField, textField } from '@polyrail/adapter-graphql';
import { isCurrencyCode, money, type Secret } from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';

type ChargeVariables = { input: { amount: string; currency: string; token: string; key: string } };

const chargeDocument = gql<ChargeVariables>`mutation Charge($input: ChargeInput!) {
  charge(input: $input) { payment { id status amount currency } userErrors { code message } }
}`;

export const acmeGraphql = defineGraphqlProvider<{ apiKey: Secret }>({
  id: 'acme',
  capabilities: () => ({ currencies: ['EUR'], instruments: ['token'] }),
  connect: ({ apiKey }) => ({ origin: 'https://api.acme.example', authenticator: bearer(apiKey) }),
  idempotency: () => ({ carrier: 'body', name: 'key', windowMs: 86_400_000, replays: 'first' }),
  resolution: { by: 'replay', notFound: 'definitive' },
  errors: { payloadField: 'userErrors', meanings: { THROTTLED: 'rate_limited' } },
  operations: {
    charge: {
      encode: ({ amount, source }, { idempotencyKey }) =>
        chargeDocument.with({
          input: {
            amount: amount.minorUnits.toString(),
            currency: amount.currency,
            token: source.type === 'token' ? source.token : '',
            key: idempotencyKey,
          },
        }),
      decode: (data) => {
        const payment = jsonField(data, 'charge', 'payment');
        const providerReference = textField(payment, 'id');
        if (providerReference === undefined) return undefined; // the errors decide
        const [minorUnits, currency = ''] = [minorUnitsField(payment, 'amount'), textField(payment, 'currency')];
        if (minorUnits === undefined || !isCurrencyCode(currency) || textField(payment, 'status') !== 'SUCCEEDED')
          return { kind: 'pending', value: { providerReference }, expect: 'poll' };
        return { kind: 'succeeded', value: { providerReference, amount: money(minorUnits, currency) } };
      },
    },
  },
});
