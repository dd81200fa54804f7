import { defineRestProvider, minorUnitsField, path, textField } from '@polyrail/adapter-rest';
import { type Decoded, isCurrencyCode, money, type OperationResult, type Secret } from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';

/** One account at the imaginary provider "Acme". */
export interface AcmeSettings {
  readonly apiKey: Secret;
}

/** What Acme says of a charge, in its answer and when it is asked. */
function chargeOf(json: unknown): Decoded<OperationResult> | undefined {
  const [providerReference, charged] = [textField(json, 'id'), minorUnitsField(json, 'amount')];
  const currency = textField(json, 'currency') ?? '';
  if (providerReference === undefined || charged === undefined || !isCurrencyCode(currency)) return undefined; // unknown, never a success
  const value = { providerReference, amount: money(charged, currency) };
  switch (textField(json, 'state')) {
    case 'paid':
      return { kind: 'succeeded', value };
    case 'refused':
      return { kind: 'declined', reason: 'do_not_honour', raw: { code: textField(json, 'refusal') ?? '' } };
    default:
      return { kind: 'pending', value, expect: 'poll' };
  }
}

export const acme = defineRestProvider<AcmeSettings>({
  id: 'acme',
  capabilities: () => ({
    currencies: ['EUR', 'USD'],
    instruments: ['token'],
    maxMinorUnits: BigInt(Number.MAX_SAFE_INTEGER), // a JSON number carries no more
  }),
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
      decode: ({ json }) => chargeOf(json),
    },
  },
  inquiry: {
    encode: ({ idempotencyKey }) => ({ method: 'GET', path: path`/v1/charges/by-reference/${idempotencyKey}` }),
    decode: ({ status, json }) => (status === 404 ? { kind: 'not_found' } : chargeOf(json)),
  },
});
