import type { Command, CommandKind } from '../acquirer/command.ts';
import { optionalAmount, requiredAmount } from '../json-amount.ts';
import { type JsonFields, optionalText, requiredAccount, requiredCurrency, requiredText } from '../json-fields.ts';

const TEXT = { maxLength: 140 };

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
    currency: requiredCurrency(fields),
    payer: requiredAccount(fields, 'source'),
    reference: optionalText(fields, 'reference', TEXT),
    clientReference: optionalText(fields, 'clientReference', TEXT),
  };
  if (kind === 'charge') return { kind, ...opening, capture: fields['capture'] !== 'false' };
  return { kind, ...opening, payee: requiredAccount(fields, 'destination') };
}
