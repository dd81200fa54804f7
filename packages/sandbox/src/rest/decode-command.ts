import type { Command } from '../acquirer/command.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { optionalAmount, requiredAmount } from '../json-amount.ts';
import { fieldsOf, type JsonFields, optionalFlag, optionalText, parseFields, requiredText } from '../json-fields.ts';
import type { Route } from './route.ts';

const REFERENCE = { maxLength: 140 };
const CLIENT_REFERENCE = { maxLength: 64 };
const ACCOUNT = { maxLength: 64 };
const SOURCES = ['token', 'account', 'iban'] as const;

/** The routes that carry a command. */
export type CommandRoute = Extract<Route, { operation: Command['kind'] }>;

/** Reads the command that a route and its body ask for. Throws InvalidRequest. */
export function decodeCommand(route: CommandRoute, body: string): Command {
  switch (route.operation) {
    case 'charge':
      return decodeCharge(body);
    case 'transfer':
      return decodeTransfer(body);
    case 'capture': {
      const fields = parseFields(body, ['amount', 'client_reference']);
      const amount = optionalAmount(fields, 'amount');
      return { kind: 'capture', paymentId: route.id, amount, clientReference: clientReference(fields) };
    }
    case 'void': {
      const fields = parseFields(body, ['client_reference']);
      return { kind: 'void', paymentId: route.id, clientReference: clientReference(fields) };
    }
    case 'refund': {
      const fields = parseFields(body, ['amount', 'reference', 'client_reference']);
      return {
        kind: 'refund',
        of: route.of,
        paymentId: route.id,
        amount: optionalAmount(fields, 'amount'),
        reference: optionalText(fields, 'reference', REFERENCE),
        clientReference: clientReference(fields),
      };
    }
  }
}

function decodeCharge(body: string): Command {
  const known = ['amount', 'currency', 'source', 'reference', 'client_reference', 'capture'];
  const fields = parseFields(body, known);
  return {
    kind: 'charge',
    amount: requiredAmount(fields, 'amount'),
    currency: currency(fields),
    payer: source(fields['source']),
    capture: optionalFlag(fields, 'capture') ?? true,
    reference: optionalText(fields, 'reference', REFERENCE),
    clientReference: clientReference(fields),
  };
}

function decodeTransfer(body: string): Command {
  const known = ['amount', 'currency', 'source_account', 'destination_account', 'reference', 'client_reference'];
  const fields = parseFields(body, known);
  return {
    kind: 'transfer',
    amount: requiredAmount(fields, 'amount'),
    currency: currency(fields),
    payer: account(fields, 'source_account'),
    payee: account(fields, 'destination_account'),
    reference: optionalText(fields, 'reference', REFERENCE),
    clientReference: clientReference(fields),
  };
}

function clientReference(fields: JsonFields): string | undefined {
  return optionalText(fields, 'client_reference', CLIENT_REFERENCE);
}

function currency(fields: JsonFields): string {
  const code = requiredText(fields, 'currency', { maxLength: 3 });
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new InvalidRequest('parameter_invalid', 'currency must be three capital letters', 'currency');
}

/** Names the payer in the book: the kind of source and its value. */
function source(value: unknown): string {
  if (value === undefined) throw new InvalidRequest('parameter_missing', 'source is missing', 'source');
  const fields = fieldsOf(value, SOURCES, 'source');
  const [kind, ...others] = SOURCES.filter((name) => fields[name] !== undefined);
  if (!kind || others.length > 0) {
    throw new InvalidRequest('parameter_invalid', 'source takes exactly one of token, account, iban', 'source');
  }
  return `${kind}:${requiredText(fields, kind, ACCOUNT)}`;
}

/** An account by its id, or by `{ "iban": … }`. */
function account(fields: JsonFields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'object' || value === null) return `account:${requiredText(fields, name, ACCOUNT)}`;
  return `iban:${requiredText(fieldsOf(value, ['iban'], name), 'iban', ACCOUNT)}`;
}
