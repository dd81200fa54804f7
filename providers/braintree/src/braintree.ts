import {
  defineGraphqlProvider,
  type ErrorTable,
  type GraphqlProviderFactory,
  jsonField,
} from '@polyrail/adapter-graphql';
import {
  type ChargeCommand,
  type CurrencyCode,
  type EncodeContext,
  formatDecimal,
  isCurrencyCode,
  type MoneyVerb,
  type OriginalPayment,
  PolyrailError,
} from '@polyrail/core/provider';
import { type Authenticator, basic } from '@polyrail/http';
import type { BraintreeKeys } from '@polyrail/webhooks';
import { decode, decodeInquiry } from './answer.ts';
import {
  authorizeDocument,
  captureDocument,
  chargeDocument,
  paymentDocument,
  refundDocument,
  reverseDocument,
} from './documents.ts';
import { braintreeNotifications } from './notification.ts';

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
 * Braintree over GraphQL. It knows no idempotency keys: what may have been sent is never sent again, and is found by
 * `orderId`, which carries the operation's key.
 *
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
      authenticator: authenticatorOf(keys),
      headers: { 'braintree-version': '2025-04-29' },
    }),
    idempotency: () => ({ carrier: 'none' }),
    // A search runs on an index that follows the book.
    resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 15 * 60_000 } },
    errors: { codeField: 'errorClass', meanings },
    notifications: ({ keys }) => braintreeNotifications(keys),
    operations: {
      authorize: {
        encode: (command, { idempotencyKey }) => authorizeDocument.with(opening(command, idempotencyKey, settings)),
        decode: reader('authorize', 'authorizePaymentMethod', 'transaction'),
      },
      charge: {
        encode: (command, { idempotencyKey }) => chargeDocument.with(opening(command, idempotencyKey, settings)),
        decode: reader('charge', 'chargePaymentMethod', 'transaction'),
      },
      capture: {
        encode: ({ original }, { idempotencyKey }) =>
          captureDocument.with({ input: following(original, idempotencyKey) }),
        decode: reader('capture', 'captureTransaction', 'transaction'),
      },
      void: {
        encode: ({ original }, { idempotencyKey }) =>
          reverseDocument.with({ input: following(original, idempotencyKey) }),
        decode: reader('void', 'reverseTransaction', 'reversal'),
      },
      refund: {
        encode: ({ original, amount }, { idempotencyKey: orderId }) =>
          refundDocument.with({
            input: { ...following(original, orderId), refund: { amount: formatDecimal(amount), orderId } },
          }),
        decode: reader('refund', 'refundTransaction', 'refund'),
      },
    },
    inquiry: {
      encode: ({ idempotencyKey, verb, payment: { providerReference: id = '' } }) =>
        paymentDocument.with({ orderId: idempotencyKey, id, isFollowing: verb === 'capture' || verb === 'void' }),
      decode: decodeInquiry,
    },
  })(settings, options);

/** What a class of errors says. INTERNAL and SERVICE_AVAILABILITY say nothing about what was executed. */
const meanings: ErrorTable = {
  AUTHENTICATION: 'unauthorized',
  AUTHORIZATION: 'unauthorized',
  NOT_FOUND: 'refused',
  NOT_IMPLEMENTED: 'refused',
  RESOURCE_LIMIT: 'rate_limited',
  UNSUPPORTED_CLIENT: 'refused',
  VALIDATION: 'refused',
};

function reader(verb: MoneyVerb, ...path: readonly string[]) {
  return (data: unknown, _command: object, { idempotencyKey }: EncodeContext) =>
    decode(jsonField(data, ...path), verb, idempotencyKey);
}

function opening({ amount, source }: ChargeCommand, key: string, { merchantAccounts }: BraintreeSettings) {
  const merchantAccountId = merchantAccounts[amount.currency];
  if (source.type !== 'token' || merchantAccountId === undefined)
    throw new PolyrailError('command_invalid', 'Braintree takes tokens, in the currencies of its merchant accounts');
  const transaction = { amount: formatDecimal(amount), orderId: key, merchantAccountId };
  return { input: { paymentMethodId: source.token, clientMutationId: key, transaction } };
}

function following({ providerReference }: OriginalPayment, clientMutationId: string) {
  if (providerReference === undefined)
    throw new PolyrailError('command_invalid', 'Braintree has not named this payment yet');
  return { transactionId: providerReference, clientMutationId };
}

/** Both halves of a pair are asked for at once, so they always belong together. */
function authenticatorOf(keys: BraintreeKeys): Authenticator {
  const pairNow = () => {
    const [pair] = typeof keys === 'function' ? keys() : keys;
    if (pair === undefined) throw new PolyrailError('configuration_invalid', 'Braintree needs an API key');
    return pair;
  };
  return basic(
    () => pairNow().publicKey,
    () => pairNow().privateKey,
  );
}
