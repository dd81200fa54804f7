import { defineRestProvider, minorUnitsField, path, textField } from '@polyrail/adapter-rest';
import { money, type Secret } from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';

/** One account at the imaginary provider "Acme". */
export interface AcmeSettings {
  readonly apiKey: Secret;
}

export const acme = defineRestProvider<AcmeSettings>({
  id: 'acme',
  capabilities: () => ({ currencies: ['EUR', 'USD'], instruments: ['token'] }),
  connect: ({ apiKey }) => ({ origin: 'https://api.acme.example', authenticator: bearer(apiKey) }),
  idempotency: () => ({
    carrier: 'header',
    name: 'idempotency-key',
    windowMs: 24 * 60 * 60 * 1000,
    replays: 'first',
  }),
  resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
  operations: {
    charge: {
      encode: ({ amount, source, reference }, { idempotencyKey }) => ({
        method: 'POST',
        path: '/v1/charges',
        json: {
          amount: Number(amount.minorUnits),
          currency: amount.currency,
          token: source.type === 'token' ? source.token : null,
          description: reference,
          merchant_reference: idempotencyKey,
        },
      }),
      decode: ({ json }, { amount }) => {
        const providerReference = textField(json, 'id');
        const charged = minorUnitsField(json, 'amount');
        if (providerReference === undefined || charged === undefined) return undefined; // unknown, never a success
        if (textField(json, 'state') === 'refused')
          return { kind: 'declined', reason: 'do_not_honour', raw: { code: textField(json, 'refusal') ?? '' } };
        const value = { providerReference, amount: money(charged, amount.currency) };
        return textField(json, 'state') === 'paid'
          ? { kind: 'succeeded', value }
          : { kind: 'pending', value, expect: 'poll' };
      },
    },
  },
  inquiry: {
    encode: ({ idempotencyKey }) => ({ method: 'GET', path: path`/v1/charges/by-reference/${idempotencyKey}` }),
    decode: ({ status, json }, { amount }) => {
      if (status === 404) return { kind: 'not_found' };
      const providerReference = textField(json, 'id');
      const charged = minorUnitsField(json, 'amount');
      if (providerReference === undefined || charged === undefined) return undefined;
      const value = { providerReference, amount: money(charged, amount.currency) };
      return textField(json, 'state') === 'paid'
        ? { kind: 'succeeded', value }
        : { kind: 'pending', value, expect: 'poll' };
    },
  },
});
