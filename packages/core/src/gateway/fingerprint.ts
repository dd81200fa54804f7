import type { Account } from '../model/account.ts';
import type { MoneyCommands, MoneyVerb } from '../model/command.ts';
import type { Instrument } from '../model/instrument.ts';
import type { Party } from '../model/party.ts';

/**
 * A command in one canonical text: the same meaning gives the same text, whatever the order of its fields. The key and the
 * tenant are left out; amounts keep their exact digits.
 */
export function fingerprint(verb: MoneyVerb, command: MoneyCommands[MoneyVerb]): string {
  return JSON.stringify([verb, ...fieldsOf(command)]);
}

function fieldsOf(command: MoneyCommands[MoneyVerb]): readonly unknown[] {
  const { minorUnits, currency } = ('amount' in command ? command.amount : undefined) ?? {};
  const digits = minorUnits?.toString();
  if ('payment' in command) return [digits, currency, command.payment];
  const { reference, provider } = command;
  if ('source' in command) return [digits, currency, reference, provider, instrument(command.source)];
  const { from, to, debtor, creditor } = command;
  const parties = [debtor && party(debtor), creditor && party(creditor)];
  return [digits, currency, reference, provider, instrument(from), instrument(to), ...parties];
}

function instrument(value: Instrument | Account): readonly (string | undefined)[] {
  switch (value.type) {
    case 'token':
      return ['token', value.token];
    case 'iban':
      return ['iban', value.iban, value.bic];
    case 'account':
      return ['account', value.id, value.scheme];
  }
}

function party({ name, address }: Party): readonly (string | undefined)[] {
  if (address === undefined) return [name];
  const { street, buildingNumber, postCode, town, country } = address;
  return [name, street, buildingNumber, postCode, town, country];
}
