import { NOT_EXECUTED } from '../acquirer/execution.ts';
import type { WireRequest } from '../http/wire.ts';
import { rafikiSignature } from '../webhook/rafiki-signature.ts';
import type { GraphqlDialect, Input, NullableText, Resolver } from './dialect.ts';
import { RAFIKI_SCHEMA } from './rafiki-schema.ts';
import { ASSET_SCALE, stateOf, viewOf } from './rafiki-view.ts';
import { RequestFault } from './request-fault.ts';

/**
 * The acquirer in Rafiki's dialect: requests are signed, keys are honoured, an outgoing payment is answered in `FUNDING`. Whoever runs
 * it funds every payment at once, so money moves with the mutation; what became of it shows to who asks, and in webhooks.
 */
export function rafikiDialect(apiSecrets: readonly string[]): GraphqlDialect {
  return {
    typeDefs: RAFIKI_SCHEMA,
    resolvers: { Query: { outgoingPayment }, Mutation: { createOutgoingPaymentFromIncomingPayment } },
    refuse: (request) => (isSigned(request, apiSecrets) ? undefined : UNAUTHORIZED),
    operations: { createOutgoingPaymentFromIncomingPayment: 'transfer', outgoingPayment: 'retrieve' },
    keyMember: 'idempotencyKey',
    members: {
      other_amount: ['value'],
      other_currency: ['assetCode'],
      other_reference: ['externalRef'],
      unknown_status: ['state'],
    },
    codeField: 'code',
    internal: 'INTERNAL_SERVER_ERROR',
    alwaysOk: false,
  };
}

const UNAUTHORIZED = { status: 401, contentType: 'text/plain', body: 'Unauthorized' };

/** The time is not looked at, nor whether a signature came before: the sandbox's clock need not be the caller's. */
function isSigned({ headers, body }: WireRequest, apiSecrets: readonly string[]): boolean {
  const { signature = '', 'tenant-id': tenant = '' } = headers;
  const time = /^t=(\d{13}), v1=/.exec(String(signature))?.[1];
  if (time === undefined || tenant === '') return false;
  try {
    return apiSecrets.some((secret) => rafikiSignature(body, secret, time) === signature);
  } catch {
    return false;
  }
}

const outgoingPayment: Resolver<{ readonly id: string }> = (_, { id }, { acquirer, now }) => {
  const payment = acquirer.payment(id);
  if (payment?.kind !== 'transfer') throw new RequestFault('payment does not exist', { code: 'NOT_FOUND' });
  return viewOf(payment, stateOf(payment, now()));
};

interface AmountInput {
  readonly value: unknown;
  readonly assetCode: string;
  readonly assetScale: unknown;
}

interface TransferInput {
  readonly walletAddressId: string;
  readonly incomingPayment: string;
  readonly debitAmount?: AmountInput | null;
  readonly metadata?: { readonly description?: string; readonly externalRef?: string } | null;
  readonly idempotencyKey?: NullableText;
}

const createOutgoingPaymentFromIncomingPayment: Resolver<Input<TransferInput>> = (_, { input }, { acquirer, late }) => {
  const { walletAddressId, incomingPayment, debitAmount, metadata, idempotencyKey } = input;
  const command = {
    kind: 'transfer',
    ...amountOf(debitAmount),
    payer: `wallet_address:${walletAddressId}`,
    payee: `incoming_payment:${receiverOf(incomingPayment)}`,
    reference: metadata?.description,
    clientReference: metadata?.externalRef,
  } as const;
  const execution = acquirer.execute(command, idempotencyKey ?? undefined, 'rafiki');
  if (execution.kind !== 'executed' && execution.kind !== 'replayed')
    throw new RequestFault(REFUSALS[execution.kind], { code: 'INTERNAL_SERVER_ERROR' });
  if (execution.kind === 'executed') late(execution.lateMs);
  const { answer } = execution;
  if (answer.kind === 'refused') throw badInput(answer.message);
  return { payment: viewOf(answer.resource, 'FUNDING') };
};

/** Rafiki has no class of its own for them: they look like any fault within. */
const REFUSALS = {
  key_in_use: 'Concurrent request for idempotencyKey',
  key_reused: 'Incoming arguments are different than the original request for idempotencyKey',
  full: NOT_EXECUTED.full,
};

function amountOf(debitAmount: AmountInput | null | undefined) {
  const { value, assetCode: currency = '', assetScale } = debitAmount ?? {};
  if (!/^[1-9]\d{0,17}$/.test(String(value)) || !/^[A-Z]{3}$/.test(currency) || Number(assetScale) !== ASSET_SCALE)
    throw badInput('invalid amount');
  return { amount: BigInt(String(value)), currency };
}

function receiverOf(incomingPayment: string): string {
  if (!/^https?:\/\/[^/]+\/.*incoming-payments\/[^/]+$/.test(incomingPayment)) throw badInput('invalid receiver');
  return incomingPayment;
}

function badInput(message: string): RequestFault {
  return new RequestFault(message, { code: 'BAD_USER_INPUT' });
}
