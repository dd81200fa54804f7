import {
  defineSoapProvider,
  loadWsdl,
  type MessageSecurity,
  type SoapFields,
  type SoapProviderFactory,
} from '@polyrail/adapter-soap';
import {
  type CaptureCommand,
  type ChargeCommand,
  type Instrument,
  type OnPayment,
  providerReferenceOf,
  type SecretSource,
  type TransferCommand,
} from '@polyrail/core/provider';
import { bearer, type TlsOptions } from '@polyrail/http';
import { decode, decodeInquiry } from './answer.ts';

/** The account at the sandbox acquirer. */
export interface SandboxSoapSettings {
  /** Such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  readonly apiKey: SecretSource;
  /**
   * How the acquirer is known to treat idempotency keys. `ignores`: nothing that may have been sent is sent again.
   * Default: `honours`.
   */
  readonly idempotency?: 'honours' | 'ignores';
  /** Whom to trust, and the certificate to show. Default: the system's authorities, none. */
  readonly tls?: TlsOptions;
  /** What is signed, and what is demanded of answers. Default: nothing. */
  readonly security?: MessageSecurity;
}

const day = 24 * 60 * 60 * 1000;

/** The sandbox acquirer over SOAP: reads its WSDL, once. @see packages/sandbox/README.md */
export async function loadSandboxSoap(): Promise<SoapProviderFactory<SandboxSoapSettings>> {
  const wsdl = await loadWsdl(new URL('../wsdl/acquirer.wsdl', import.meta.url));
  return defineSoapProvider<SandboxSoapSettings>({
    id: 'sandbox-soap',
    wsdl,
    capabilities: () => ({
      currencies: 'any',
      instruments: ['token', 'account', 'iban'],
      partialCapture: true,
      partialRefund: true,
    }),
    connect: ({ origin, apiKey, tls, security }) => ({
      origin,
      path: '/soap',
      authenticator: bearer(apiKey),
      ...(tls && { tls }),
      ...(security && { security }),
    }),
    idempotency: ({ idempotency }) =>
      idempotency === 'ignores'
        ? { carrier: 'none' }
        : { carrier: 'body', name: 'idempotencyKey', windowMs: day, replays: 'first' },
    resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
    faults: {
      meanings: {
        Client: 'refused',
        KeyInUse: 'in_progress',
        Full: 'unavailable',
        SystemError: { declined: 'system_error' },
      },
    },
    // 503: turned away before anything is executed.
    statuses: { 503: 'unavailable' },
    operations: {
      authorize: {
        operation: 'charge',
        encode: (command, { idempotencyKey }) => charge(command, idempotencyKey, false),
        decode: (answer) => decode(answer, 'authorize'),
      },
      charge: {
        operation: 'charge',
        encode: (command, { idempotencyKey }) => charge(command, idempotencyKey, true),
        decode: (answer) => decode(answer, 'charge'),
      },
      transfer: {
        operation: 'transfer',
        encode: (command, { idempotencyKey }) => transfer(command, idempotencyKey),
        decode: (answer) => decode(answer, 'transfer'),
      },
      capture: {
        operation: 'capture',
        encode: (command, { idempotencyKey }) => following(command, idempotencyKey),
        decode: (answer, { original }) => decode(answer, 'capture', original),
      },
      void: {
        operation: 'void',
        encode: ({ original }, { idempotencyKey }) => ({ idempotencyKey, paymentId: providerReferenceOf(original) }),
        decode: (answer, { original }) => decode(answer, 'void', original),
      },
      refund: {
        operation: 'refund',
        encode: (command, { idempotencyKey }) => ({
          ...following(command, idempotencyKey),
          clientReference: idempotencyKey,
        }),
        decode: (answer) => decode(answer, 'refund'),
      },
    },
    inquiry: {
      operation: 'inquire',
      encode: ({ idempotencyKey }) => ({ idempotencyKey }),
      decode: decodeInquiry,
    },
  });
}

function charge(command: ChargeCommand, idempotencyKey: string, capture: boolean): SoapFields {
  return { ...opening(command, idempotencyKey), source: account(command.source), capture };
}

function transfer(command: TransferCommand, idempotencyKey: string): SoapFields {
  return { ...opening(command, idempotencyKey), source: account(command.from), destination: account(command.to) };
}

/** Our reference at the acquirer is the key: an answer about another operation shows. */
function opening({ amount, reference }: ChargeCommand | TransferCommand, idempotencyKey: string): SoapFields {
  const { minorUnits, currency } = amount;
  return { idempotencyKey, amount: minorUnits, currency, reference, clientReference: idempotencyKey };
}

function following({ amount, original }: OnPayment<CaptureCommand>, idempotencyKey: string): SoapFields {
  return { idempotencyKey, paymentId: providerReferenceOf(original), amount: amount.minorUnits };
}

function account(instrument: Instrument): SoapFields {
  switch (instrument.type) {
    case 'token':
      return { token: instrument.token };
    case 'account':
      return { account: instrument.id };
    case 'iban':
      return { iban: instrument.iban };
  }
}
