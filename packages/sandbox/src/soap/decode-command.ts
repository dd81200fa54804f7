import type { Command, CommandKind } from '../acquirer/command.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { optionalAmount, requiredAmount } from '../json-amount.ts';
import { fieldsOf, type JsonFields, optionalText, requiredText } from '../json-fields.ts';

const TEXT = { maxLength: 140 };
const SOURCES = ['token', 'account', 'iban'] as const;

/** Reads the command of an operation from its fields, whose texts are all strings. Throws InvalidRequest. */
export function decodeCommand(
  kind: CommandKind,
  fields: JsonFields,
  typeOf: (id: string) => 'charge' | 'transfer',
): Command {
  if (kind === 'charge' || kind === 'transfer') return decodeOpening(kind, fields);
  const paymentId = requiredText(fields, 'paymentId', TEXT);
  const clientReference = optionalText(fields, 'clientReference', TEXT);
  const on = { paymentId, clientReference };
  switch (kind) {
    case 'capture':
      return { kind, ...on, amount: optionalAmount(fields, 'amount') };
    case 'void':
      return { kind, ...on };
    case 'refund': {
      const reference = optionalText(fields, 'reference', TEXT);
      return { kind, ...on, of: typeOf(paymentId), amount: optionalAmount(fields, 'amount'), reference };
    }
  }
}

function decodeOpening(kind: 'charge' | 'transfer', fields: JsonFields): Command {
  const opening = {
    amount: requiredAmount(fields, 'amount'),
    currency: currency(fields),
    payer: accountOf(fields, 'source'),
    reference: optionalText(fields, 'reference', TEXT),
    clientReference: optionalText(fields, 'clientReference', TEXT),
  };
  if (kind === 'charge') return { kind, ...opening, capture: fields['capture'] !== 'false' };
  return { kind, ...opening, payee: accountOf(fields, 'destination') };
}

function currency(fields: JsonFields): string {
  const code = requiredText(fields, 'currency', { maxLength: 3 });
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new InvalidRequest('parameter_invalid', 'currency must be three capital letters', 'currency');
}

/** Names an account in the book: its kind and its value. */
function accountOf(fields: JsonFields, name: string): string {
  const account = fieldsOf(fields[name], SOURCES, name);
  const [kind, ...others] = SOURCES.filter((source) => account[source] !== undefined);
  if (kind && others.length === 0) return `${kind}:${requiredText(account, kind, { maxLength: 64 })}`;
  throw new InvalidRequest('parameter_invalid', `${name} takes exactly one of token, account, iban`, name);
}
