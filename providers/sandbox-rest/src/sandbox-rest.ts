import {
  defineRestProvider,
  type Json,
  jsonField,
  minorUnitsField,
  path,
  type RestProviderFactory,
  type RestRequest,
  type RestResponse,
  textField,
} from '@polyrail/adapter-rest';
import {
  type Account,
  type ChargeCommand,
  compareMoney,
  type DeclineReason,
  type Decoded,
  declineReasonOfIso8583,
  equalMoney,
  type InquiryCommand,
  type Instrument,
  isCurrencyCode,
  type Money,
  type MoneyVerb,
  money,
  type OperationResult,
  type OriginalPayment,
  PolyrailError,
  type ProviderAnswer,
  type Secret,
  subtractMoney,
} from '@polyrail/core/provider';
import { bearer } from '@polyrail/http';

/** The account at the sandbox acquirer. */
export interface SandboxRestSettings {
  /** Such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  readonly apiKey: Secret;
  /**
   * How the acquirer is known to treat idempotency keys. `ignores`: nothing that may have been sent is sent again.
   * Default: `honours`.
   */
  readonly idempotency?: 'honours' | 'ignores';
}

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
    idempotency === 'ignores' ? { carrier: 'none' } : { carrier: 'header', windowMs: day, replays: 'first' },
  resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
  // 503: turned away before anything is executed. 500: its body may say that nothing was executed.
  statuses: { 500: 'decode', 503: 'unavailable' },
  readError,
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
        post(path`/v1/charges/${idOf(original)}/capture`, idempotencyKey, { amount: amount.minorUnits.toString() }),
      decode: (response, { original }) => decode(response, 'capture', (json) => capturedNow(json, original)),
    },
    void: {
      encode: ({ original }, { idempotencyKey }) => post(path`/v1/charges/${idOf(original)}/void`, idempotencyKey, {}),
      decode: (response) => decode(response, 'void', resourceAmount),
    },
    refund: {
      encode: ({ amount, original }, { idempotencyKey }) =>
        post(path`/v1/${collectionOf(original)}/${idOf(original)}/refunds`, idempotencyKey, {
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

// --- encode ---------------------------------------------------------------------------------------------------------

/** The key goes along even where the acquirer does not heed it: operations are asked for by it. */
function post(target: string, idempotencyKey: string, fields: { readonly [name: string]: Json }): RestRequest {
  const headers = { 'idempotency-key': idempotencyKey };
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
  return idOf(original).startsWith('tr_') ? 'transfers' : 'charges';
}

function idOf({ providerReference }: OriginalPayment): string {
  if (providerReference === undefined)
    throw new PolyrailError('command_invalid', 'the acquirer has not named this payment yet');
  return providerReference;
}

// --- decode ---------------------------------------------------------------------------------------------------------

/** The status words that say that a verb was executed. Any other word may still become one: it is pending. */
const executed: Readonly<Record<MoneyVerb, readonly string[]>> = {
  authorize: ['authorized'],
  charge: ['succeeded'],
  transfer: ['succeeded'],
  capture: ['succeeded', 'partially_captured'],
  void: ['voided'],
  refund: ['succeeded'],
  recall: [],
  requestPayment: [],
};

type AmountReader = (json: unknown) => Money | undefined;

function decode(
  { status, json }: RestResponse,
  verb: MoneyVerb,
  amountOf: AmountReader,
): Decoded<OperationResult> | undefined {
  if (status === 402 || status === 500) return decodeError(json);
  const providerReference = textField(json, 'id');
  const word = textField(json, 'status');
  const amount = amountOf(json);
  if (providerReference === undefined || word === undefined || amount === undefined) return undefined;
  const reference = textField(json, 'client_reference');
  const value = { providerReference, amount, ...(reference !== undefined && { reference }), raw: { status: word } };
  return executed[verb].includes(word) ? { kind: 'succeeded', value } : { kind: 'pending', value, expect: 'poll' };
}

function decodeError(json: unknown): Decoded<OperationResult> | undefined {
  const raw = readError(json);
  const reason = raw?.code === undefined ? undefined : declined(textField(json, 'error', 'type'), raw.code);
  return reason && { kind: 'declined', reason, ...(raw && { raw }) };
}

/** Both say that no money moved. */
function declined(type: string | undefined, code: string): DeclineReason | undefined {
  return type === 'declined' || type === 'system_error' ? declineReasonOfIso8583(code) : undefined;
}

function decodeInquiry(
  { status, json }: RestResponse,
  { verb, payment }: InquiryCommand,
): Decoded<OperationResult> | { kind: 'not_found' } | undefined {
  if (status === 404) return textField(json, 'error', 'code') === 'not_found' ? { kind: 'not_found' } : undefined;
  const result = { status: Number(jsonField(json, 'http_status')), headers: {}, json: jsonField(json, 'result') };
  switch (textField(json, 'status')) {
    case 'succeeded':
      return decode(result, verb, verb === 'capture' ? (found) => capturedNow(found, payment) : resourceAmount);
    case 'declined':
    case 'failed':
      return decodeError(result.json);
    case 'rejected':
      return { kind: 'rejected', reason: 'provider_refused', message: 'the acquirer refused it' };
    case 'processing':
      return { kind: 'pending', value: {}, expect: 'poll' };
    default:
      return undefined;
  }
}

function readError(json: unknown): ProviderAnswer | undefined {
  const code = textField(json, 'error', 'code');
  const message = textField(json, 'error', 'message');
  return code === undefined ? undefined : { code, ...(message !== undefined && { message }) };
}

function resourceAmount(json: unknown): Money | undefined {
  return amountField(json, 'amount');
}

/** A capture is answered with the whole payment: what it took is the difference to what was captured before. */
function capturedNow(json: unknown, original: OriginalPayment): Money | undefined {
  const whole = resourceAmount(json);
  const captured = amountField(json, 'amount_captured');
  if (whole === undefined || captured === undefined || !equalMoney(whole, original.amount)) return whole;
  return compareMoney(captured, original.captured) > 0 ? subtractMoney(captured, original.captured) : captured;
}

function amountField(json: unknown, name: string): Money | undefined {
  const minorUnits = minorUnitsField(json, name);
  const currency = textField(json, 'currency');
  if (minorUnits === undefined || currency === undefined || !isCurrencyCode(currency)) return undefined;
  return money(minorUnits, currency);
}
