import { type Account, type ClearingMember, isIban, type OtherAccount } from '../model/account.ts';
import type {
  AuthorizeCommand,
  ChargeCommand,
  MoneyCommands,
  RequestPaymentCommand,
  TransferCommand,
} from '../model/command.ts';
import type { Instrument } from '../model/instrument.ts';
import type { Money } from '../model/money.ts';
import type { Issue } from '../model/outcome.ts';
import type { Party } from '../model/party.ts';

type AnyCommand = MoneyCommands[keyof MoneyCommands];

/**
 * Checks a command by the canonical model, before anything is stored or sent. An empty list means that it is well formed.
 * Paths are the command's own field names.
 */
export function validateCommand(command: AnyCommand): readonly Issue[] {
  const issues: Issue[] = [];
  const { idempotencyKey, tenant } = command;
  // A missing key must not become the key "undefined".
  if (typeof idempotencyKey !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey))
    issues.push(issue('idempotencyKey', 'invalid', 'must be 1 to 255 printable ASCII characters without spaces'));
  if (tenant !== undefined) text(issues, 'tenant', tenant, 64);
  if ('amount' in command && command.amount !== undefined && !isPositive(command.amount))
    issues.push(issue('amount', 'not_positive', 'must be more than zero'));
  if ('reference' in command) text(issues, 'reference', command.reference, 140);
  if ('source' in command) source(issues, command);
  if ('from' in command) accounts(issues, command);
  return issues;
}

/** Also for callers without types: an amount that `money` did not make is no amount. */
function isPositive({ minorUnits }: Money): boolean {
  return typeof minorUnits === 'bigint' && minorUnits > 0n;
}

function source(issues: Issue[], command: AuthorizeCommand | ChargeCommand): void {
  instrument(issues, 'source', command.source);
}

function accounts(issues: Issue[], command: TransferCommand | RequestPaymentCommand): void {
  account(issues, 'from', command.from);
  account(issues, 'to', command.to);
  if (sameAccount(command.from, command.to))
    issues.push(issue('to', 'same_account', 'must differ from the account it comes from'));
  if (command.debtor) party(issues, 'debtor', command.debtor);
  if (command.creditor) party(issues, 'creditor', command.creditor);
}

function instrument(issues: Issue[], path: string, value: Instrument): void {
  if (value.type === 'token') text(issues, `${path}.token`, value.token, 255);
  else account(issues, path, value);
}

function account(issues: Issue[], path: string, value: Account): void {
  if (value.type === 'iban') {
    if (!isIban(value.iban))
      issues.push(issue(`${path}.iban`, 'invalid', 'must be an IBAN in upper case without spaces'));
  } else {
    // What Open Payments identifies by are UUIDs and URLs; ISO 20022 has 34 characters for all else.
    text(issues, `${path}.id`, value.id, value.scheme === 'open-payments' ? 255 : 34);
    if (value.scheme !== undefined) text(issues, `${path}.scheme`, value.scheme, 35);
    if (value.member !== undefined) clearingMember(issues, `${path}.member`, value.member);
  }
  if (value.bic !== undefined && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value.bic))
    issues.push(issue(`${path}.bic`, 'invalid', 'must be a BIC of 8 or 11 characters'));
}

function clearingMember(issues: Issue[], path: string, { system, id }: ClearingMember): void {
  if (!/^[A-Z0-9]{1,5}$/.test(system))
    issues.push(issue(`${path}.system`, 'invalid', 'must be a clearing system code such as USABA'));
  text(issues, `${path}.id`, id, 35);
}

function party(issues: Issue[], path: string, value: Party): void {
  text(issues, `${path}.name`, value.name, 140);
  if (value.address === undefined) return;
  for (const [name, part] of Object.entries(value.address)) text(issues, `${path}.address.${name}`, part, 70);
  if (!/^[A-Z]{2}$/.test(value.address.country))
    issues.push(issue(`${path}.address.country`, 'invalid', 'must be an ISO 3166-1 alpha-2 code'));
}

function sameAccount(a: Account, b: Account): boolean {
  if (a.type === 'iban') return b.type === 'iban' && a.iban === b.iban;
  return b.type === 'account' && a.id === b.id && a.scheme === b.scheme && sameBank(a, b);
}

function sameBank(a: OtherAccount, b: OtherAccount): boolean {
  return a.bic === b.bic && a.member?.system === b.member?.system && a.member?.id === b.member?.id;
}

// Control, format and unassigned characters and lone surrogates: none of them belongs into a payment message.
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/u;

function text(issues: Issue[], path: string, value: string, maxLength: number): void {
  if (typeof value !== 'string' || value.trim() === '') issues.push(issue(path, 'missing', 'must not be empty'));
  else if (value.length > maxLength) issues.push(issue(path, 'too_long', `must have at most ${maxLength} characters`));
  else if (unprintable.test(value)) issues.push(issue(path, 'unprintable', 'must have no control characters'));
}

function issue(path: string, code: string, message: string): Issue {
  return { path, code, message: `${path} ${message}` };
}
