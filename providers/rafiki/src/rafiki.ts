import { defineGraphqlProvider, type GraphqlProviderFactory, jsonField } from '@polyrail/adapter-graphql';
import { type HmacScheme, hmacSignature } from '@polyrail/auth';
import {
  type Account,
  isCurrencyCode,
  PolyrailError,
  providerReferenceOf,
  type SecretSource,
} from '@polyrail/core/provider';
import { type LiveSecrets, rafikiVerifier } from '@polyrail/webhooks';
import { type RafikiAssets, writeAmount } from './amount.ts';
import { decode } from './answer.ts';
import * as documents from './documents.ts';
import { readNotification } from './notification.ts';

/** A tenant of a Rafiki instance. */
export interface RafikiSettings {
  /** Where the Backend Admin API is. */
  readonly origin: string;
  /** Default: `/graphql`. */
  readonly path?: string;
  /** UUID of the tenant. */
  readonly tenantId: string;
  /** The API secret of the tenant: it signs requests. */
  readonly apiSecret: SecretSource;
  /** `SIGNATURE_SECRET` of the instance: it signs webhooks. Default: none is believed. */
  readonly webhookSecrets?: LiveSecrets;
  readonly assets: RafikiAssets;
  /** `GRAPHQL_IDEMPOTENCY_KEY_TTL_MS` of the instance, in milliseconds. Default: 24 hours, as there. */
  readonly keyWindowMs?: number;
}

const day = 24 * 60 * 60 * 1000;

const requestSignature: HmacScheme = {
  hash: 'sha256',
  keyEncoding: 'utf8',
  signs: '{unix-ms}.{canonical-json}',
  signatureEncoding: 'hex',
  carries: { signature: 't={unix-ms}, v1={signature}' },
};

/**
 * Pays an incoming payment from a wallet address. The transfer is `pending` until whoever runs Rafiki has funded it, and it was sent.
 * @see https://rafiki.dev/apis/graphql/admin-api-overview/
 */
export const rafiki: GraphqlProviderFactory<RafikiSettings> = (settings, options) =>
  defineGraphqlProvider<RafikiSettings>({
    id: 'rafiki',
    capabilities: ({ assets }) => ({
      currencies: Object.keys(assets).filter(isCurrencyCode),
      instruments: ['account'],
    }),
    connect: ({ origin, path = '/graphql', tenantId, apiSecret }) => ({
      origin,
      path,
      authenticator: hmacSignature(requestSignature, { secret: apiSecret }),
      headers: { 'tenant-id': tenantId },
    }),
    idempotency: ({ keyWindowMs = day }) => ({
      carrier: 'body',
      name: 'idempotencyKey',
      windowMs: keyWindowMs,
      replays: 'first',
    }),
    resolution: { by: 'replay', notFound: 'definitive' },
    // INTERNAL_SERVER_ERROR is also the answer to a key that is in use; it and TIMEOUT say nothing about what was executed.
    errors: { meanings: { CONFLICT: 'refused', DUPLICATE: 'refused', INACTIVE: 'refused', NOT_FOUND: 'refused' } },
    notifications: ({ webhookSecrets, assets }) =>
      webhookSecrets && {
        verifier: rafikiVerifier(webhookSecrets),
        read: (message) => readNotification(message, assets),
        acknowledgement: { status: 200 },
      },
    decode: (data) => decode(jsonField(data, 'result', 'payment'), settings.assets),
    operations: {
      transfer: {
        encode: ({ amount, from, to, reference }, { idempotencyKey }) =>
          documents.transfer.with({
            input: {
              walletAddressId: idOf(from),
              incomingPayment: idOf(to),
              debitAmount: writeAmount(amount, settings.assets),
              metadata: { description: reference, externalRef: idempotencyKey },
              idempotencyKey,
            },
          }),
      },
    },
    inquiry: {
      encode: ({ payment }) => documents.outgoingPayment.with({ id: providerReferenceOf(payment) }),
      decode: (data) => decode(jsonField(data, 'payment'), settings.assets),
    },
  })(settings, options);

function idOf(account: Account): string {
  if (account.type !== 'account')
    throw new PolyrailError('command_invalid', 'Rafiki pays from the id of a wallet address to an incoming payment');
  return account.id;
}
