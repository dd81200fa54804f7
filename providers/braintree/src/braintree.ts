import { defineGraphqlProvider, type GraphqlProviderFactory, jsonField } from '@polyrail/adapter-graphql';
import {
  type ChargeCommand,
  type CurrencyCode,
  type EncodeContext,
  formatDecimal,
  isCurrencyCode,
  PolyrailError,
  providerReferenceOf,
} from '@polyrail/core/provider';
import { basic } from '@polyrail/http';
import { type BraintreeKey, type BraintreeKeys, braintreeVerifier } from '@polyrail/webhooks';
import { decode, decodeInquiry, decodeStanding } from './answer.ts';
import * as documents from './documents.ts';
import { readNotification } from './notification.ts';

/** The account at Braintree. */
export interface BraintreeSettings {
  /** API key pairs: the first is used for requests, webhooks of each are believed. A function is asked at each use. */
  readonly keys: BraintreeKeys;
  /** The merchant account of each currency: it decides the currency. */
  readonly merchantAccounts: Readonly<Partial<Record<CurrencyCode, string>>>;
  /** Default: `https://payments.braintree-api.com`; the sandbox is `https://payments.sandbox.braintree-api.com`. */
  readonly origin?: string;
  /** Default: `/graphql`. */
  readonly path?: string;
}

/**
 * Braintree knows no idempotency keys: what may have been sent is never sent again, and is found by its key in `orderId`.
 * @see https://developer.paypal.com/braintree/graphql/
 */
export const braintree: GraphqlProviderFactory<BraintreeSettings> = (settings, options) =>
  defineGraphqlProvider<BraintreeSettings>({
    id: 'braintree',
    capabilities: ({ merchantAccounts }) => ({
      currencies: Object.keys(merchantAccounts).filter(isCurrencyCode),
      instruments: ['token'],
      partialRefund: true,
    }),
    connect: ({ keys, origin = 'https://payments.braintree-api.com', path = '/graphql' }) => ({
      origin,
      path,
      authenticator: basic(
        () => firstOf(keys).publicKey,
        () => firstOf(keys).privateKey,
      ),
      headers: { 'braintree-version': '2025-04-29' },
    }),
    idempotency: () => ({ carrier: 'none' }),
    // A search runs on an index that follows the book.
    resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 15 * 60_000 } },
    // INTERNAL and SERVICE_AVAILABILITY say nothing about what was executed.
    errors: {
      codeField: 'errorClass',
      meanings: {
        AUTHENTICATION: 'unauthorized',
        AUTHORIZATION: 'unauthorized',
        NOT_FOUND: 'refused',
        NOT_IMPLEMENTED: 'refused',
        RESOURCE_LIMIT: 'rate_limited',
        UNSUPPORTED_CLIENT: 'refused',
        VALIDATION: 'refused',
      },
    },
    notifications: ({ keys }) => ({ verifier: braintreeVerifier(keys), read: readNotification }),
    decode: (data, verb, { idempotencyKey }) => decode(jsonField(data, 'result', 'payment'), verb, idempotencyKey),
    operations: {
      authorize: { encode: (command, context) => documents.authorize.with(opening(command, context, settings)) },
      charge: { encode: (command, context) => documents.charge.with(opening(command, context, settings)) },
      capture: {
        encode: ({ original }) => documents.capture.with({ id: providerReferenceOf(original) }),
        decode: (data, { original }, { idempotencyKey }) =>
          decodeStanding(jsonField(data, 'result', 'payment'), 'capture', idempotencyKey, original),
      },
      void: {
        encode: ({ original }) => documents.reverse.with({ id: providerReferenceOf(original) }),
        decode: (data, { original }, { idempotencyKey }) =>
          decodeStanding(jsonField(data, 'result', 'payment'), 'void', idempotencyKey, original),
      },
      refund: {
        encode: ({ original, amount }, { idempotencyKey: orderId }) =>
          documents.refund.with({
            id: providerReferenceOf(original),
            refund: { amount: formatDecimal(amount), orderId },
          }),
      },
    },
    inquiry: {
      encode: ({ idempotencyKey: orderId, verb, payment: { providerReference: id = '' } }) =>
        verb === 'capture' || verb === 'void' ? documents.transaction.with({ id }) : documents.search.with({ orderId }),
      decode: decodeInquiry,
    },
  })(settings, options);

function opening({ amount, source }: ChargeCommand, context: EncodeContext, { merchantAccounts }: BraintreeSettings) {
  const merchantAccountId = merchantAccounts[amount.currency];
  if (source.type !== 'token' || merchantAccountId === undefined)
    throw new PolyrailError('command_invalid', 'Braintree takes tokens, in the currencies of its merchant accounts');
  const transaction = { amount: formatDecimal(amount), orderId: context.idempotencyKey, merchantAccountId };
  return { input: { paymentMethodId: source.token, transaction } };
}

function firstOf(keys: BraintreeKeys): BraintreeKey {
  const [first] = typeof keys === 'function' ? keys() : keys;
  if (first === undefined) throw new PolyrailError('configuration_invalid', 'Braintree needs an API key');
  return first;
}
