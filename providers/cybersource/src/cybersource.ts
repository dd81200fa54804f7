import {
  type AnswerSecurity,
  defineSoapProvider,
  loadWsdl,
  type SigningKey,
  type SoapConnection,
  type SoapDefinition,
  type SoapFields,
  type SoapProviderFactory,
  type Wsdl,
} from '@polyrail/adapter-soap';
import {
  type ChargeCommand,
  type EncodeContext,
  formatDecimal,
  type Instrument,
  type Money,
  type OriginalPayment,
  PolyrailError,
  providerReferenceOf,
} from '@polyrail/core/provider';
import { decodeReply, decodeReversal } from './reply.ts';

/** The account at CyberSource. */
export interface CybersourceSettings {
  readonly merchantId: string;
  /** Of the PKCS #12 archive from the Business Center: `await SigningKey.ofPkcs12(…)`. A function is asked at each request. */
  readonly signingKey: SigningKey | (() => SigningKey);
  /** Default: `https://ics2ws.ic3.com`; the test system is `https://ics2wstest.ic3.com`. */
  readonly origin?: string;
  /** How the order came. Default: `internet`. */
  readonly commerceIndicator?: string;
  /** Default: replies need no signature, as CyberSource sends none. */
  readonly answers?: AnswerSecurity;
}

const operation = 'runTransaction';
const run = { '@run': 'true' } as const;
const hour = 3_600_000;
const keyLength = 22;

/**
 * CyberSource over its Simple Order API 1.224: reads its WSDL, once.
 *
 * It does not recognise repeats, so nothing that may have been sent is sent again. Every request carries a
 * `merchantTransactionIdentifier`, and an unknown outcome is settled by a time-out reversal that names it.
 */
export async function loadCybersource(): Promise<SoapProviderFactory<CybersourceSettings>> {
  const wsdl = await loadWsdl(new URL('../wsdl/simple-order.wsdl', import.meta.url));
  return (settings, options) => defineSoapProvider(definitionOf(wsdl, settings))(settings, options);
}

function definitionOf(wsdl: Wsdl, { merchantId, commerceIndicator = 'internet' }: CybersourceSettings) {
  const ask = (operation: Pick<EncodeContext, 'idempotencyKey' | 'startedAtMs'>, fields: SoapFields): SoapFields => ({
    merchantID: merchantId,
    merchantReferenceCode: operation.idempotencyKey,
    merchantTransactionIdentifier: identifierOf(operation),
    ...fields,
  });
  const authorization = (command: ChargeCommand): SoapFields => ({
    comments: command.reference,
    purchaseTotals: totals(command.amount),
    recurringSubscriptionInfo: { subscriptionID: tokenOf(command.source) },
    ccAuthService: { ...run, commerceIndicator },
  });
  return {
    id: 'cybersource',
    wsdl,
    capabilities: () => ({ currencies: 'any', instruments: ['token'], partialCapture: true, partialRefund: true }),
    connect: connectionOf,
    idempotency: () => ({ carrier: 'none', maxLength: keyLength }),
    resolution: { by: 'reversal', notFound: { inconclusiveForMs: hour } },
    operations: {
      authorize: {
        operation,
        encode: (command, context) => ask(context, authorization(command)),
        decode: (reply) => decodeReply(reply, ['ccAuthReply'], 'ccAuthReply'),
      },
      charge: {
        operation,
        encode: (command, context) => ask(context, { ...authorization(command), ccCaptureService: run }),
        decode: (reply) => decodeReply(reply, ['ccAuthReply', 'ccCaptureReply'], 'ccCaptureReply'),
      },
      capture: {
        operation,
        encode: ({ amount, original }, context) =>
          ask(context, {
            purchaseTotals: totals(amount),
            ccCaptureService: { ...run, authRequestID: providerReferenceOf(original) },
          }),
        decode: (reply) => decodeReply(reply, ['ccCaptureReply'], 'ccCaptureReply'),
      },
      void: {
        operation,
        encode: ({ amount, original }, context) =>
          ask(context, {
            purchaseTotals: totals(amount),
            ccAuthReversalService: { ...run, authRequestID: providerReferenceOf(original) },
          }),
        decode: (reply) => decodeReply(reply, ['ccAuthReversalReply'], 'ccAuthReversalReply'),
      },
      refund: {
        operation,
        encode: ({ amount, original }, context) =>
          ask(context, {
            purchaseTotals: totals(amount),
            ccCreditService: { ...run, captureRequestID: captureOf(original) },
          }),
        decode: (reply) => decodeReply(reply, ['ccCreditReply'], 'ccCreditReply'),
      },
    },
    reversal: {
      operation,
      encode: ({ verb, amount, ...named }) =>
        ask(
          named,
          // An authorization is reversed; what takes or gives money is voided before it is settled.
          verb === 'authorize' ? { purchaseTotals: totals(amount), ccAuthReversalService: run } : { voidService: run },
        ),
      decode: decodeReversal,
    },
  } satisfies SoapDefinition<CybersourceSettings>;
}

function connectionOf({ origin = 'https://ics2ws.ic3.com', signingKey, answers }: CybersourceSettings): SoapConnection {
  return {
    origin,
    path: '/commerce/1.x/transactionProcessor',
    // It wants the Body signed, and the certificate along.
    security: { lifetimeMs: 0, signature: { key: signingKey, parts: ['body'] }, ...(answers && { answers }) },
  };
}

/**
 * Names one execution in the 30 characters that CyberSource takes, each once in 60 days: a key that was freed because
 * nothing was executed may be used again, and a reversal must not find what it named before.
 *
 * @see https://developer.cybersource.com/docs/cybs/en-us/api-fields/reference/all/so/api-fields/merchant-transaction-identifier.html
 */
function identifierOf({ idempotencyKey, startedAtMs }: Pick<EncodeContext, 'idempotencyKey' | 'startedAtMs'>): string {
  return idempotencyKey + startedAtMs.toString(36).padStart(30 - keyLength, '0');
}

function totals(amount: Money): SoapFields {
  return { currency: amount.currency, grandTotalAmount: formatDecimal(amount) };
}

function tokenOf(source: Instrument): string {
  if (source.type !== 'token') throw new PolyrailError('command_invalid', 'CyberSource charges tokens');
  return source.token;
}

/** A credit names the request that took the money. A charge is a capture as well, under one id. */
function captureOf(original: OriginalPayment): string {
  return original.captureReference ?? providerReferenceOf(original);
}
