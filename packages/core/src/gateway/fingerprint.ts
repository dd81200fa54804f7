import type { Account, OtherAccount } from '../model/account.ts';
import type { MoneyCommands, MoneyVerb, OpeningVerb } from '../model/command.ts';
import type { Instrument } from '../model/instrument.ts';
import type { Party } from '../model/party.ts';

/**
 * A command in one canonical text: the same meaning gives the same text, whatever the order of its fields. The key and the
 * tenant are left out; amounts keep their exact digits.
 */
export function fingerprint(verb: MoneyVerb, command: MoneyCommands[MoneyVerb]): string {
  if (!('payment' in command)) return openingFingerprint(likenessOf(verb, command), command);
  const { minorUnits, currency } = ('amount' in command ? command.amount : undefined) ?? {};
  return JSON.stringify([verb, minorUnits?.toString(), currency, command.payment]);
}

/** The fingerprint of a command whose likeness is known. */
export function openingFingerprint(likeness: string, command: MoneyCommands[OpeningVerb]): string {
  const { provider } = command;
  if ('source' in command) return likeness + JSON.stringify([provider]);
  const { debtor, creditor } = command;
  return likeness + JSON.stringify([provider, debtor && party(debtor), creditor && party(creditor)]);
}

/** The part of a fingerprint by which a payment is recognised that was asked for twice: verb, amount, reference, accounts. */
export function likenessOf(verb: MoneyVerb, command: MoneyCommands[OpeningVerb]): string {
  const { amount, reference } = command;
  const accounts =
    'source' in command ? [instrument(command.source)] : [instrument(command.from), instrument(command.to)];
  return JSON.stringify([verb, amount.minorUnits.toString(), amount.currency, reference, ...accounts]);
}

function instrument(value: Instrument | Account): readonly (string | undefined)[] {
  switch (value.type) {
    case 'token':
      return ['token', value.token];
    case 'iban':
      return ['iban', value.iban, value.bic];
    case 'account':
      return ['account', value.id, value.scheme, ...bank(value)];
  }
}

function bank({ bic, member }: OtherAccount): readonly (string | undefined)[] {
  return bic === undefined && member === undefined ? [] : [bic, member?.system, member?.id];
}

function party({ name, address }: Party): readonly (string | undefined)[] {
  if (address === undefined) return [name];
  const { street, buildingNumber, postCode, town, country } = address;
  return [name, street, buildingNumber, postCode, town, country];
}
