import type { Answer } from '../acquirer/answer.ts';
import type { Command } from '../acquirer/command.ts';
import { type Execution, NOT_EXECUTED } from '../acquirer/execution.ts';
import type { Operation } from '../acquirer/operation.ts';
import type { Payment, Refund } from '../acquirer/payment.ts';
import { ACQUIRER_SCHEMA } from './acquirer-schema.ts';
import type { GraphqlDialect, Input, NullableText, Resolver, ResolverContext } from './dialect.ts';
import { RequestFault } from './request-fault.ts';

const OPERATION_STATUS: Readonly<Record<Answer['kind'], string>> = {
  accepted: 'SUCCEEDED',
  declined: 'DECLINED',
  failed: 'FAILED',
  refused: 'REJECTED',
};

/** The acquirer's own GraphQL API. README.md tells the wire in full. */
export function acquirerDialect(apiKeys: readonly string[]): GraphqlDialect {
  const credentials = new Set(apiKeys.map((key) => `Bearer ${key}`));
  return {
    typeDefs: ACQUIRER_SCHEMA,
    resolvers: {
      Query: { payment, refund: refundOf, operation },
      Mutation: { charge, transfer, capture, void: voidPayment, refund },
      Resource: { __resolveType: typeOf },
    },
    refuse: ({ headers }) =>
      credentials.has(headers['authorization']?.toString() ?? '') ? undefined : UNAUTHENTICATED,
    operations: {
      charge: 'charge',
      transfer: 'transfer',
      capture: 'capture',
      void: 'void',
      refund: 'refund',
      payment: 'retrieve',
      operation: 'inquire',
    },
    keyMember: 'idempotencyKey',
    members: {
      other_amount: ['amount'],
      other_currency: ['currency'],
      other_reference: ['reference', 'clientReference'],
      unknown_status: ['status'],
    },
    codeField: 'code',
    internal: 'INTERNAL_SERVER_ERROR',
    alwaysOk: false,
  };
}

const UNAUTHENTICATED = {
  status: 401,
  contentType: 'application/graphql-response+json',
  headers: { 'www-authenticate': 'Bearer' },
  body: JSON.stringify({
    errors: [{ message: 'Unknown or missing API key', extensions: { code: 'UNAUTHENTICATED' } }],
  }),
};

/** By the kind of what it names: token, account or iban. */
type Source = Readonly<Record<string, string | null>>;

interface Keyed {
  readonly idempotencyKey: string;
}

interface OpeningInput extends Keyed {
  readonly amount: unknown;
  readonly currency: string;
  readonly source: Source;
  readonly reference?: NullableText;
  readonly clientReference?: NullableText;
}

interface ChargeInput extends OpeningInput {
  readonly capture: boolean | null;
}

interface TransferInput extends OpeningInput {
  readonly destination: Source;
}

interface VoidInput extends Keyed {
  readonly paymentId: string;
}

interface CaptureInput extends VoidInput {
  readonly amount: unknown;
}

interface RefundInput extends CaptureInput {
  readonly reference?: NullableText;
  readonly clientReference?: NullableText;
}

const payment: Resolver<{ readonly id: string }> = (_, { id }, { acquirer, now }) =>
  withView(acquirer.payment(id), now());

const refundOf: Resolver<{ readonly id: string }> = (_, { id }, { acquirer, now }) =>
  withView(acquirer.refund(id), now());

const operation: Resolver<Keyed> = (_, { idempotencyKey }, { acquirer, now }) => {
  const found = acquirer.inquire(idempotencyKey);
  return found && operationView(found, now());
};

const charge: Resolver<Input<ChargeInput>> = (_, { input }, context) =>
  execute(context, input.idempotencyKey, {
    kind: 'charge',
    ...opening(input),
    payer: accountOf(input.source),
    capture: input.capture ?? true,
  });

const transfer: Resolver<Input<TransferInput>> = (_, { input }, context) =>
  execute(context, input.idempotencyKey, {
    kind: 'transfer',
    ...opening(input),
    payer: accountOf(input.source),
    payee: accountOf(input.destination),
  });

const capture: Resolver<Input<CaptureInput>> = (_, { input: { idempotencyKey, paymentId, amount } }, context) =>
  execute(context, idempotencyKey, {
    kind: 'capture',
    paymentId,
    amount: minorUnits(amount),
    clientReference: undefined,
  });

const voidPayment: Resolver<Input<VoidInput>> = (_, { input: { idempotencyKey, paymentId } }, context) =>
  execute(context, idempotencyKey, { kind: 'void', paymentId, clientReference: undefined });

const refund: Resolver<Input<RefundInput>> = (_, { input }, context) => {
  const { idempotencyKey, paymentId, amount } = input;
  const of = context.acquirer.payment(paymentId)?.kind ?? 'charge';
  const command = { kind: 'refund', of, paymentId, amount: minorUnits(amount), ...references(input) } as const;
  return execute(context, idempotencyKey, command);
};

function opening(input: OpeningInput) {
  const { amount, currency } = input;
  if (!/^[A-Z]{3}$/.test(currency)) throw badInput('currency must be three capital letters');
  return { amount: minorUnits(amount), currency, ...references(input) };
}

function references({ reference, clientReference }: Pick<OpeningInput, 'reference' | 'clientReference'>) {
  return { reference: reference ?? undefined, clientReference: clientReference ?? undefined };
}

function minorUnits(value: unknown): bigint {
  if (typeof value !== 'string' || !/^[1-9]\d{0,17}$/.test(value)) throw badInput('MinorUnits are a string of digits');
  return BigInt(value);
}

/** Names an account in the book: the kind of source and its value. */
function accountOf(source: Source): string {
  const [named, ...others] = Object.entries(source).filter(([, value]) => value !== null);
  if (named === undefined || others.length > 0) throw badInput('a source takes exactly one of token, account, iban');
  return named.join(':');
}

function badInput(message: string): RequestFault {
  return new RequestFault(message, { code: 'BAD_USER_INPUT' });
}

function execute({ acquirer, late }: ResolverContext, key: string, command: Command): object {
  if (!/^[\x20-\x7e]{1,64}$/.test(key)) throw badInput('idempotencyKey must be 1 to 64 printable characters');
  const execution = acquirer.execute(command, key, false);
  if (execution.kind === 'executed') late(execution.lateMs);
  return payloadOf(execution, command);
}

function payloadOf(execution: Execution, command: Command): object {
  switch (execution.kind) {
    case 'executed':
    case 'replayed':
      // What was answered does not change with the clock.
      return answerView(execution.answer, command, Number.POSITIVE_INFINITY);
    case 'key_in_use':
      throw new RequestFault(NOT_EXECUTED.key_in_use, { code: 'KEY_IN_USE' });
    case 'key_reused':
      return { userErrors: [{ code: 'KEY_REUSED', message: NOT_EXECUTED.key_reused }] };
    case 'full':
      throw new RequestFault(NOT_EXECUTED.full, { code: 'UNAVAILABLE' });
  }
}

function answerView(answer: Answer, command: Command, now: number): object {
  if (answer.kind === 'refused') {
    const { reason, message } = answer;
    return { userErrors: [{ code: reason.toUpperCase(), message }] };
  }
  const { resource } = answer;
  const declineCode = { declined: 'code' in answer ? answer.code : null, failed: '96', accepted: null }[answer.kind];
  const amount = command.kind === 'void' ? null : String(command.amount ?? resource.amount);
  return { resource: withView(resource, now), amount, declineCode, userErrors: [] };
}

function operationView(operation: Operation, now: number): object {
  const { id, key, command, at } = operation;
  const outcome = now < operation.answeredAt ? undefined : operation.outcome;
  return {
    id,
    type: command.kind.toUpperCase(),
    idempotencyKey: key,
    status: outcome ? OPERATION_STATUS[outcome.kind] : 'PROCESSING',
    payload: outcome && answerView(outcome, command, now),
    createdAt: new Date(at).toISOString(),
  };
}

/** A payment or a refund in the words of the schema: pending while its own answer is still held back. */
function withView(resource: Payment | Refund | undefined, now: number): object | undefined {
  if (resource === undefined) return undefined;
  const { status, settledAt, amount, createdAt, ...rest } = resource;
  return {
    ...rest,
    status: (now < settledAt ? 'pending' : status).toUpperCase(),
    amount: String(amount),
    createdAt: new Date(createdAt).toISOString(),
    ...('held' in resource && {
      amountHeld: String(resource.held),
      amountCaptured: String(resource.captured),
      amountRefunded: String(resource.refunded),
    }),
  };
}

function typeOf(resource: unknown): string {
  return typeof resource === 'object' && resource !== null && 'paymentId' in resource ? 'Refund' : 'Payment';
}
