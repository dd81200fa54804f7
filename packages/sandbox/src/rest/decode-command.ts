import type { Command } from '../acquirer/command.ts';
import { optionalAmount, requiredAmount } from '../json-amount.ts';
import {
  fieldsOf,
  type JsonFields,
  optionalFlag,
  optionalText,
  parseFields,
  requiredAccount,
  requiredCurrency,
  requiredText,
} from '../json-fields.ts';
import type { Route } from './route.ts';

const REFERENCE = { maxLength: 140 };
const CLIENT_REFERENCE = { maxLength: 64 };
const ACCOUNT = { maxLength: 64 };

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
    currency: requiredCurrency(fields),
    payer: requiredAccount(fields, 'source'),
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
    currency: requiredCurrency(fields),
    payer: account(fields, 'source_account'),
    payee: account(fields, 'destination_account'),
    reference: optionalText(fields, 'reference', REFERENCE),
    clientReference: clientReference(fields),
  };
}

function clientReference(fields: JsonFields): string | undefined {
  return optionalText(fields, 'client_reference', CLIENT_REFERENCE);
}

/** An account by its id, or by `{ "iban": … }`. */
function account(fields: JsonFields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'object' || value === null) return `account:${requiredText(fields, name, ACCOUNT)}`;
  return `iban:${requiredText(fieldsOf(value, ['iban'], name), 'iban', ACCOUNT)}`;
}
