import { isCurrencyCode, type MoneyVerb, money, type OriginalPayment, parsePaymentId } from '@polyrail/core/provider';
import { httpResponse } from '@polyrail/http';
import {
  defineGraphqlProvider,
  type GraphqlDefinition,
  type GraphqlProviderFactory,
  gql,
  jsonField,
  minorUnitsField,
  textField,
} from '../../src/index.ts';

type ChargeVariables = { readonly input: { readonly amount: string; readonly token: string; readonly key: string } };

export const chargeDocument = gql<ChargeVariables>`mutation Charge($input: ChargeInput!) {
  charge(input: $input) { payment { id status amount currency reference } userErrors { code message } }
}`;

const paymentDocument = gql<{ readonly key: string }>`query Payment($key: String!) {
  payment(key: $key) { id status amount currency reference }
}`;

/** The imaginary provider that the tests decode with: both dialects of errors, a key in the body. */
export const acmeDefinition: GraphqlDefinition<{ readonly origin: string }> = {
  id: 'acme',
  capabilities: () => ({ currencies: 'any', instruments: ['token'] }),
  connect: ({ origin }) => ({ origin }),
  idempotency: () => ({ carrier: 'body', name: 'key', windowMs: 1_000, replays: 'first' }),
  resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 1_000 } },
  errors: {
    payloadField: 'userErrors',
    meanings: { THROTTLED: 'rate_limited', BUSY: 'in_progress', CRASHED: 'unknown' },
  },
  operations: {
    charge: {
      encode: ({ amount, source }, { idempotencyKey }) =>
        chargeDocument.with({
          input: {
            amount: amount.minorUnits.toString(),
            token: source.type === 'token' ? source.token : '',
            key: idempotencyKey,
          },
        }),
      decode: (data) => decodePayment(jsonField(data, 'charge', 'payment')),
    },
  },
  inquiry: {
    encode: ({ idempotencyKey }) => paymentDocument.with({ key: idempotencyKey }),
    decode(data) {
      const found = jsonField(data, 'payment');
      return found === null ? { kind: 'not_found' } : decodePayment(found);
    },
  },
};

function decodePayment(payment: unknown) {
  const providerReference = textField(payment, 'id');
  const status = textField(payment, 'status');
  if (providerReference === undefined) return undefined;
  if (status === 'DECLINED') return { kind: 'declined', reason: 'do_not_honour' } as const;
  const minorUnits = minorUnitsField(payment, 'amount');
  const currency = textField(payment, 'currency');
  if (status !== 'SUCCEEDED' || minorUnits === undefined || currency === undefined || !isCurrencyCode(currency))
    return { kind: 'pending', value: { providerReference }, expect: 'poll' } as const;
  const reference = textField(payment, 'reference');
  const value = {
    providerReference,
    amount: money(minorUnits, currency),
    ...(reference !== undefined && { reference }),
  };
  return { kind: 'succeeded', value } as const;
}

export const acme: GraphqlProviderFactory<{ readonly origin: string }> = defineGraphqlProvider(acmeDefinition);

const provider = acme({ origin: 'http://127.0.0.1:1' });

export const context = { idempotencyKey: '0123456789abcdef0123456789abcdef', startedAtMs: 1_000 };

export const chargeCommand = {
  idempotencyKey: 'order-1',
  amount: money(5_000n, 'EUR'),
  source: { type: 'token', token: 'tok_1' },
  reference: 'order 1',
} as const;

/** What the provider makes of an answer to a charge. */
export function readCharge(status: number, contentType: string, body: string | Uint8Array) {
  const { charge } = provider.operations;
  if (charge === undefined) throw new Error('there is no charge');
  return charge.decode(httpResponse(status, { 'content-type': contentType }, body), chargeCommand, context);
}

/** What the provider makes of an answer to the safe question. */
export function readInquiry(status: number, body: string) {
  const { inquiry } = provider;
  if (inquiry === undefined) throw new Error('there is no inquiry');
  const { amount, reference } = chargeCommand;
  const zero = money(0n, amount.currency);
  const id = parsePaymentId('pay_0190f7a3c1d27e4ab1c2d3e4f5a6b7c8');
  if (id === undefined) throw new Error('that is no payment id');
  const payment: OriginalPayment = {
    id,
    verb: 'charge',
    status: 'unknown',
    amount,
    captured: zero,
    refunded: zero,
    reference,
    createdAtMs: 1_000,
  };
  const verb: MoneyVerb = 'charge';
  return inquiry.decode(httpResponse(status, { 'content-type': 'application/json' }, body), {
    verb,
    payment,
    amount,
    ...context,
    askedAtMs: 2_000,
  });
}
