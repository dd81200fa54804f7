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
  return text([verb, minorUnits?.toString(), currency, command.payment]);
}

/** The fingerprint of a command whose likeness is known. */
export function openingFingerprint(likeness: string, command: MoneyCommands[OpeningVerb]): string {
  const { provider } = command;
  if ('source' in command) return likeness + text([provider]);
  const { debtor, creditor } = command;
  return likeness + text([provider], party(debtor), party(creditor));
}

/** The part of a fingerprint by which a payment is recognised that was asked for twice: verb, amount, reference, accounts. */
export function likenessOf(verb: MoneyVerb, command: MoneyCommands[OpeningVerb]): string {
  const { amount, reference } = command;
  const asked: Parts = [verb, amount.minorUnits.toString(), amount.currency, reference];
  if ('source' in command) return text(asked, instrument(command.source));
  return text(asked, instrument(command.from), instrument(command.to));
}

type Parts = readonly (string | undefined)[];

/** Every part with its length before it, and an end behind each list: nothing in a part can look like another. */
function text(...lists: readonly Parts[]): string {
  const pieces: string[] = [];
  for (const parts of lists) {
    for (const part of parts) {
      if (part === undefined) pieces.push('-');
      else pieces.push(String(part.length), ':', part);
    }
    pieces.push(';');
  }
  // Joined by `+` it would be kept as a tree of its pieces.
  return pieces.join('');
}

function instrument(value: Instrument | Account): Parts {
  switch (value.type) {
    case 'token':
      return ['token', value.token];
    case 'iban':
      return ['iban', value.iban, value.bic];
    case 'account':
      return ['account', value.id, value.scheme, ...bank(value)];
  }
}

function bank({ bic, member }: OtherAccount): Parts {
  return bic === undefined && member === undefined ? [] : [bic, member?.system, member?.id];
}

function party(value: Party | undefined): Parts {
  if (value === undefined) return [undefined];
  const { name, address } = value;
  if (address === undefined) return [name];
  const { street, buildingNumber, postCode, town, country } = address;
  return [name, street, buildingNumber, postCode, town, country];
}
