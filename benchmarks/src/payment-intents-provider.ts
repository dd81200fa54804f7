import { defineRestProvider, minorUnitsField, type RestProviderFactory, textField } from '@polyrail/adapter-rest';
import { isCurrencyCode, money, Secret } from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';
import { apiKey, paymentPath } from './payment-request.ts';

const day = 24 * 60 * 60 * 1000;

/** A provider that sends what the `stripe` package sends, as a plugin author would write it. */
export const paymentIntents: RestProviderFactory<{ readonly origin: string }> = defineRestProvider({
  id: 'payment-intents',
  capabilities: () => ({ currencies: 'any', instruments: ['token'] }),
  connect: ({ origin }) => ({ origin, authenticator: bearer(new Secret(apiKey)) }),
  idempotency: () => ({ carrier: 'header', name: 'idempotency-key', maxLength: 64, windowMs: day, replays: 'first' }),
  resolution: { by: 'replay', notFound: 'definitive' },
  operations: {
    charge: {
      encode: ({ amount, source }, { idempotencyKey }) => ({
        method: 'POST',
        path: paymentPath,
        form: {
          amount: amount.minorUnits.toString(),
          currency: amount.currency.toLowerCase(),
          payment_method: source.type === 'token' ? source.token : undefined,
          confirm: true,
          metadata: { reference: idempotencyKey },
        },
      }),
      decode({ json }) {
        const providerReference = textField(json, 'id');
        const reference = textField(json, 'metadata', 'reference');
        const minorUnits = minorUnitsField(json, 'amount');
        const currency = textField(json, 'currency')?.toUpperCase();
        if (providerReference === undefined || reference === undefined || minorUnits === undefined) return undefined;
        if (currency === undefined || !isCurrencyCode(currency)) return undefined;
        const status = textField(json, 'status');
        const value = { providerReference, reference, amount: money(minorUnits, currency) };
        return status === 'succeeded' ? { kind: 'succeeded', value } : { kind: 'pending', value, expect: 'either' };
      },
    },
  },
});
