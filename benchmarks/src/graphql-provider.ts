import {
  defineGraphqlProvider,
  type GraphqlProviderFactory,
  jsonField,
  minorUnitsField,
  textField,
} from '@polyrail/adapter-graphql';
import { isCurrencyCode, money, Secret } from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';
import { chargeDocument, graphqlPath } from './graphql-payment.ts';
import { apiKey } from './payment-request.ts';

const day = 24 * 60 * 60 * 1000;

/** A provider that sends what `graphql-request` sends, as a plugin author would write it. */
export const graphqlCharges: GraphqlProviderFactory<{ readonly origin: string }> = defineGraphqlProvider({
  id: 'graphql-charges',
  capabilities: () => ({ currencies: 'any', instruments: ['token'] }),
  connect: ({ origin }) => ({ origin, path: graphqlPath, authenticator: bearer(new Secret(apiKey)) }),
  idempotency: () => ({ carrier: 'body', name: 'idempotencyKey', windowMs: day, replays: 'first' }),
  resolution: { by: 'replay', notFound: 'definitive' },
  errors: { payloadField: 'userErrors' },
  operations: {
    charge: {
      encode: ({ amount, source }, { idempotencyKey }) =>
        chargeDocument.with({
          input: {
            amount: amount.minorUnits.toString(),
            currency: amount.currency,
            token: source.type === 'token' ? source.token : '',
            idempotencyKey,
          },
        }),
      decode(data) {
        const payment = jsonField(data, 'charge', 'payment');
        const providerReference = textField(payment, 'id');
        const reference = textField(payment, 'clientReference');
        const minorUnits = minorUnitsField(payment, 'amount');
        const currency = textField(payment, 'currency');
        if (providerReference === undefined || reference === undefined || minorUnits === undefined) return undefined;
        if (currency === undefined || !isCurrencyCode(currency)) return undefined;
        const value = { providerReference, reference, amount: money(minorUnits, currency) };
        return textField(payment, 'status') === 'SUCCEEDED'
          ? { kind: 'succeeded', value }
          : { kind: 'pending', value, expect: 'either' };
      },
    },
  },
});
