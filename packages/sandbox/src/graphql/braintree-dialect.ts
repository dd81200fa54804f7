import type { Command } from '../acquirer/command.ts';
import type { Payment, Refund } from '../acquirer/payment.ts';
import { BoundedLog } from '../bounded-log.ts';
import { minorUnitsOf } from '../decimal-amount.ts';
import { BRAINTREE_SCHEMA } from './braintree-schema.ts';
import { type BraintreeView, duplicateView, viewOf } from './braintree-view.ts';
import type { GraphqlDialect, Input, NullableText, Resolver, ResolverContext } from './dialect.ts';
import { RequestFault } from './request-fault.ts';

/** So long the same amount and order from the same payment method counts as a repeat. */
const DUPLICATE_WINDOW_MS = 30_000;
const MAX_DUPLICATES = 1_000;

/** Refused repeats: the acquirer knows nothing of them. */
type Duplicates = BoundedLog<BraintreeView>;

/**
 * The acquirer in Braintree's dialect: no idempotency keys, our reference in `orderId`, errors in 200s, duplicates
 * refused with the original. The currency is the end of the merchant account's id, `…_EUR`; USD where there is none.
 * What a mutation took is settled for whoever looks next.
 */
export function braintreeDialect(apiKeys: readonly string[]): GraphqlDialect {
  const duplicates: Duplicates = new BoundedLog(MAX_DUPLICATES);
  return {
    typeDefs: BRAINTREE_SCHEMA,
    resolvers: {
      Query: { ping: () => 'pong', node: node(duplicates), search: () => ({}) },
      Search: { payments: search(duplicates) },
      Mutation: mutations(duplicates),
    },
    refuse: ({ headers }) =>
      isLetIn(headers['authorization']?.toString(), apiKeys) && headers['braintree-version'] !== undefined
        ? undefined
        : UNAUTHENTICATED,
    operations: {
      authorizePaymentMethod: 'charge',
      chargePaymentMethod: 'charge',
      captureTransaction: 'capture',
      reverseTransaction: 'void',
      refundTransaction: 'refund',
      search: 'inquire',
      node: 'retrieve',
    },
    keyMember: 'orderId',
    members: {
      other_amount: ['value'],
      other_currency: ['currencyCode'],
      other_reference: ['orderId'],
      unknown_status: ['status'],
    },
    codeField: 'errorClass',
    internal: 'INTERNAL',
    alwaysOk: true,
  };
}

const UNAUTHENTICATED = {
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify({
    data: null,
    errors: [{ message: 'Authentication credentials are invalid.', extensions: { errorClass: 'AUTHENTICATION' } }],
  }),
};

/** HTTP Basic: any public key, and one of the API keys as the private one. */
function isLetIn(authorization: string | undefined, apiKeys: readonly string[]): boolean {
  const pair = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
  return apiKeys.includes(pair.slice(pair.indexOf(':') + 1));
}

interface TransactionInput {
  readonly amount: unknown;
  readonly merchantAccountId?: NullableText;
  readonly orderId?: NullableText;
}

interface OpeningInput {
  readonly clientMutationId?: NullableText;
  readonly paymentMethodId: string;
  readonly transaction: TransactionInput;
}

interface FollowingInput {
  readonly clientMutationId?: NullableText;
  readonly transactionId: string;
}

interface CaptureInput extends FollowingInput {
  readonly transaction?: Pick<Partial<TransactionInput>, 'amount'> | null;
}

interface RefundInput extends FollowingInput {
  readonly refund?: Pick<Partial<TransactionInput>, 'amount' | 'orderId'> | null;
}

interface SearchInput {
  readonly orderId?: { readonly is?: NullableText } | null;
}

function mutations(duplicates: Duplicates) {
  return {
    authorizePaymentMethod: open(false, duplicates),
    chargePaymentMethod: open(true, duplicates),
    captureTransaction: capture,
    reverseTransaction: reverse,
    refundTransaction: refund,
  };
}

function open(capture: boolean, duplicates: Duplicates): Resolver<Input<OpeningInput>> {
  return (_, { input }, context) => {
    const { clientMutationId, paymentMethodId, transaction } = input;
    const currency = /_([A-Z]{3})$/.exec(transaction.merchantAccountId ?? '')?.[1] ?? 'USD';
    const amount = amountOf(transaction.amount, currency);
    const payer = `token:${paymentMethodId}`;
    const original = earlier(context, { payer, amount, orderId: transaction.orderId });
    if (original !== undefined) return { clientMutationId, transaction: refuseDuplicate(original, duplicates) };
    const references = { reference: undefined, clientReference: transaction.orderId ?? undefined };
    const command = { kind: 'charge', amount, currency, payer, capture, ...references } as const;
    return { clientMutationId, transaction: execute(context, command) };
  };
}

const capture: Resolver<Input<CaptureInput>> = (_, { input }, context) => {
  const { clientMutationId, transactionId, transaction } = input;
  const { currency } = paymentOf(transactionId, context);
  const amount = transaction?.amount === undefined ? undefined : amountOf(transaction.amount, currency);
  const command = { kind: 'capture', paymentId: transactionId, amount, clientReference: undefined } as const;
  return { clientMutationId, transaction: execute(context, command) };
};

const reverse: Resolver<Input<FollowingInput>> = (_, { input: { clientMutationId, transactionId } }, context) => ({
  clientMutationId,
  reversal: execute(
    context,
    paymentOf(transactionId, context).held > 0n
      ? { kind: 'void', paymentId: transactionId, clientReference: undefined }
      : { ...refundOf(transactionId), amount: undefined, clientReference: undefined },
  ),
});

const refund: Resolver<Input<RefundInput>> = (_, { input }, context) => {
  const { clientMutationId, transactionId, refund: wanted } = input;
  const { currency, clientReference } = paymentOf(transactionId, context);
  const amount = wanted?.amount === undefined ? undefined : amountOf(wanted.amount, currency);
  const orderId = wanted?.orderId ?? clientReference;
  const command = { ...refundOf(transactionId), amount, clientReference: orderId };
  return { clientMutationId, refund: execute(context, command) };
};

function refundOf(paymentId: string) {
  return { kind: 'refund', of: 'charge', paymentId, reference: undefined } as const;
}

function paymentOf(id: string, { acquirer }: ResolverContext): Payment {
  const payment = acquirer.payment(id);
  if (payment === undefined) throw invalid('An object with this ID was not found.', 'NOT_FOUND');
  return payment;
}

function amountOf(decimal: unknown, currency: string): bigint {
  const amount = minorUnitsOf(decimal, currency);
  if (amount === undefined) throw invalid('Amount is an invalid format.');
  return amount;
}

function execute({ acquirer, late }: ResolverContext, command: Command): BraintreeView {
  const execution = acquirer.execute(command, undefined, false);
  if (execution.kind !== 'executed') throw invalid('Too many transactions.', 'RESOURCE_LIMIT');
  late(execution.lateMs);
  const { answer } = execution;
  if (answer.kind === 'refused') throw invalid(answer.message);
  return viewOf(answer.resource, false);
}

function invalid(message: string, errorClass = 'VALIDATION'): RequestFault {
  return new RequestFault(message, { errorClass, errorType: 'user_error' });
}

interface Repeat {
  readonly payer: string;
  readonly amount: bigint;
  readonly orderId: NullableText;
}

function earlier({ acquirer, now }: ResolverContext, { payer, amount, orderId }: Repeat): Payment | undefined {
  if (typeof orderId !== 'string') return undefined;
  const { items } = acquirer.payments({ clientReference: orderId, limit: 100, startingAfter: undefined });
  return items.find(
    (payment) =>
      payment.payer === payer &&
      payment.amount === amount &&
      payment.declineCode === undefined &&
      now() - payment.createdAt < DUPLICATE_WINDOW_MS,
  );
}

function refuseDuplicate(original: Payment, duplicates: Duplicates): BraintreeView {
  const view = duplicateView(`dup_${duplicates.count + 1}`, original);
  duplicates.push(view);
  return view;
}

function node(duplicates: Duplicates): Resolver<{ readonly id: string }> {
  return (_, { id }, { acquirer, now }) => {
    const resource = acquirer.payment(id) ?? acquirer.refund(id);
    const found = resource === undefined ? duplicates.list().find((view) => view.id === id) : shown(resource, now());
    if (found === undefined) throw invalid('An object with this ID was not found.', 'NOT_FOUND');
    return found;
  };
}

function search(duplicates: Duplicates): Resolver<Input<SearchInput>> {
  return (_, { input }, { acquirer, now }) => {
    const orderId = input.orderId?.is ?? undefined;
    const query = { clientReference: orderId, limit: 50, startingAfter: undefined };
    const resources = [...acquirer.payments(query).items, ...acquirer.refunds(query).items];
    const views = resources.map((resource) => shown(resource, now()));
    return {
      edges: [...duplicates.list().filter((view) => view.orderId === orderId), ...views].map((view) => ({
        node: view,
      })),
    };
  };
}

/** As an inquiry sees it: pending while its own answer is still held back. */
function shown(resource: Payment | Refund, now: number): BraintreeView {
  const view = viewOf(resource, true);
  return now < resource.settledAt ? { ...view, status: 'AUTHORIZING' } : view;
}
