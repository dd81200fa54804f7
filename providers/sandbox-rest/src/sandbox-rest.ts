import {
  defineRestProvider,
  type Json,
  path,
  type RestProviderFactory,
  type RestRequest,
} from '@polyrail/adapter-rest';
import {
  type Account,
  type ChargeCommand,
  type Instrument,
  type OriginalPayment,
  providerReferenceOf,
  type Secret,
  type SecretSource,
} from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';
import { capturedNow, decode, decodeInquiry, readError, resourceAmount } from './answer.ts';
import { sandboxNotifications } from './notification.ts';

/** The account at the sandbox acquirer. */
export interface SandboxRestSettings {
  /** Such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  readonly apiKey: SecretSource;
  /**
   * How the acquirer is known to treat idempotency keys. `ignores`: nothing that may have been sent is sent again.
   * Default: `honours`.
   */
  readonly idempotency?: 'honours' | 'ignores';
  /**
   * What the acquirer signs its webhooks with, `whsec_…`; several while it is rotated. A function is asked at each webhook.
   * Default: it sends none.
   */
  readonly webhookSecrets?: readonly Secret[] | (() => readonly Secret[]);
}

const keyHeader = 'idempotency-key';
const day = 24 * 60 * 60 * 1000;

/** The sandbox REST acquirer. @see packages/sandbox/README.md */
export const sandboxRest: RestProviderFactory<SandboxRestSettings> = defineRestProvider<SandboxRestSettings>({
  id: 'sandbox-rest',
  capabilities: () => ({
    currencies: 'any',
    instruments: ['token', 'account', 'iban'],
    partialCapture: true,
    partialRefund: true,
  }),
  connect: ({ origin, apiKey }) => ({ origin, authenticator: bearer(apiKey) }),
  idempotency: ({ idempotency }) =>
    idempotency === 'ignores'
      ? { carrier: 'none' }
      : { carrier: 'header', name: keyHeader, windowMs: day, replays: 'first' },
  resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
  // 503: turned away before anything is executed. 500: its body may say that nothing was executed.
  statuses: { 500: 'decode', 503: 'unavailable' },
  readError,
  notifications: ({ webhookSecrets }) =>
    webhookSecrets &&
    sandboxNotifications(typeof webhookSecrets === 'function' ? webhookSecrets : () => webhookSecrets),
  operations: {
    authorize: {
      encode: (command, { idempotencyKey }) =>
        post('/v1/charges', idempotencyKey, { ...charge(command), capture: false }),
      decode: (response) => decode(response, 'authorize', resourceAmount),
    },
    charge: {
      encode: (command, { idempotencyKey }) =>
        post('/v1/charges', idempotencyKey, { ...charge(command), capture: true }),
      decode: (response) => decode(response, 'charge', resourceAmount),
    },
    transfer: {
      encode: ({ amount, from, to, reference }, { idempotencyKey }) =>
        post('/v1/transfers', idempotencyKey, {
          amount: amount.minorUnits.toString(),
          currency: amount.currency,
          source_account: account(from),
          destination_account: account(to),
          reference,
        }),
      decode: (response) => decode(response, 'transfer', resourceAmount),
    },
    capture: {
      encode: ({ amount, original }, { idempotencyKey }) =>
        post(path`/v1/charges/${providerReferenceOf(original)}/capture`, idempotencyKey, {
          amount: amount.minorUnits.toString(),
        }),
      decode: (response, { original }) => decode(response, 'capture', (json) => capturedNow(json, original), original),
    },
    void: {
      encode: ({ original }, { idempotencyKey }) =>
        post(path`/v1/charges/${providerReferenceOf(original)}/void`, idempotencyKey, {}),
      decode: (response, { original }) => decode(response, 'void', resourceAmount, original),
    },
    refund: {
      encode: ({ amount, original }, { idempotencyKey }) =>
        post(path`/v1/${collectionOf(original)}/${providerReferenceOf(original)}/refunds`, idempotencyKey, {
          amount: amount.minorUnits.toString(),
        }),
      decode: (response) => decode(response, 'refund', resourceAmount),
    },
  },
  inquiry: {
    encode: ({ idempotencyKey }) => ({ method: 'GET', path: path`/v1/operations/${idempotencyKey}` }),
    decode: decodeInquiry,
  },
});

/** The key goes along even where the acquirer does not heed it: operations are asked for by it. */
function post(target: string, idempotencyKey: string, fields: { readonly [name: string]: Json }): RestRequest {
  const headers = { [keyHeader]: idempotencyKey };
  return { method: 'POST', path: target, headers, json: { ...fields, client_reference: idempotencyKey } };
}

function charge({ amount, source, reference }: ChargeCommand) {
  return { amount: amount.minorUnits.toString(), currency: amount.currency, source: instrument(source), reference };
}

function instrument(source: Instrument) {
  switch (source.type) {
    case 'token':
      return { token: source.token };
    case 'iban':
      return { iban: source.iban };
    case 'account':
      return { account: source.id };
  }
}

function account(value: Account) {
  return value.type === 'iban' ? { iban: value.iban } : value.id;
}

/** The acquirer's ids say what they are: `ch_…` for charges, `tr_…` for transfers. */
function collectionOf(original: OriginalPayment): string {
  return providerReferenceOf(original).startsWith('tr_') ? 'transfers' : 'charges';
}
