import { defineGraphqlProvider, type GraphqlProviderFactory, jsonField } from '@polyrail/adapter-graphql';
import {
  type CaptureCommand,
  type ChargeCommand,
  type Instrument,
  type OnPayment,
  providerReferenceOf,
  type SecretSource,
  type TransferCommand,
} from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';
import { decode, decodeInquiry } from './answer.ts';
import {
  captureDocument,
  chargeDocument,
  operationDocument,
  refundDocument,
  type Source,
  transferDocument,
  voidDocument,
} from './documents.ts';

/** The account at the sandbox acquirer. */
export interface SandboxGraphqlSettings {
  /** Such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  readonly apiKey: SecretSource;
  /**
   * How the acquirer is known to treat idempotency keys. `ignores`: nothing that may have been sent is sent again.
   * Default: `honours`.
   */
  readonly idempotency?: 'honours' | 'ignores';
}

const day = 24 * 60 * 60 * 1000;

/** The sandbox acquirer over GraphQL. @see packages/sandbox/README.md */
export const sandboxGraphql: GraphqlProviderFactory<SandboxGraphqlSettings> =
  defineGraphqlProvider<SandboxGraphqlSettings>({
    id: 'sandbox-graphql',
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
        : { carrier: 'body', name: 'idempotencyKey', windowMs: day, replays: 'first' },
    resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
    errors: { payloadField: 'userErrors', meanings: { KEY_IN_USE: 'in_progress', UNAVAILABLE: 'unavailable' } },
    // 503: turned away before anything is executed.
    statuses: { 503: 'unavailable' },
    operations: {
      authorize: {
        encode: (command, { idempotencyKey }) => charge(command, idempotencyKey, false),
        decode: (data) => decode(jsonField(data, 'charge'), 'authorize'),
      },
      charge: {
        encode: (command, { idempotencyKey }) => charge(command, idempotencyKey, true),
        decode: (data) => decode(jsonField(data, 'charge'), 'charge'),
      },
      transfer: {
        encode: (command, { idempotencyKey }) => transferDocument.with({ input: transfer(command, idempotencyKey) }),
        decode: (data) => decode(jsonField(data, 'transfer'), 'transfer'),
      },
      capture: {
        encode: (command, { idempotencyKey }) => captureDocument.with({ input: following(command, idempotencyKey) }),
        decode: (data, { original }) => decode(jsonField(data, 'capture'), 'capture', original),
      },
      void: {
        encode: ({ original }, { idempotencyKey }) =>
          voidDocument.with({ input: { idempotencyKey, paymentId: providerReferenceOf(original) } }),
        decode: (data, { original }) => decode(jsonField(data, 'void'), 'void', original),
      },
      refund: {
        encode: (command, { idempotencyKey }) =>
          refundDocument.with({
            input: { ...following(command, idempotencyKey), clientReference: idempotencyKey },
          }),
        decode: (data) => decode(jsonField(data, 'refund'), 'refund'),
      },
    },
    inquiry: {
      encode: ({ idempotencyKey }) => operationDocument.with({ idempotencyKey }),
      decode: decodeInquiry,
    },
  });

function charge(command: ChargeCommand, idempotencyKey: string, capture: boolean) {
  return chargeDocument.with({
    input: { ...opening(command, idempotencyKey), source: source(command.source), capture },
  });
}

function transfer(command: TransferCommand, key: string) {
  return { ...opening(command, key), source: source(command.from), destination: source(command.to) };
}

/** Our reference at the acquirer is the key: an answer about another operation shows. */
function opening({ amount, reference }: ChargeCommand | TransferCommand, idempotencyKey: string) {
  const { minorUnits, currency } = amount;
  return { idempotencyKey, amount: minorUnits.toString(), currency, reference, clientReference: idempotencyKey };
}

function following({ amount, original }: OnPayment<CaptureCommand>, idempotencyKey: string) {
  return { idempotencyKey, paymentId: providerReferenceOf(original), amount: amount.minorUnits.toString() };
}

function source(instrument: Instrument): Source {
  switch (instrument.type) {
    case 'token':
      return { token: instrument.token };
    case 'account':
      return { account: instrument.id };
    case 'iban':
      return { iban: instrument.iban };
  }
}
