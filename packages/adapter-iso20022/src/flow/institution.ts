import { type Account, type ClearingMember, PolyrailError } from '@polyrail/core/provider';
import type { HeaderProfile, MemberProfile, NetworkProfile } from '../profile/network-profile.ts';

/** A bank or another participant: by its Business Identifier Code, by its number in a clearing system, or by its name there. */
export type Institution =
  | { readonly kind: 'bic'; readonly bic: string }
  | { readonly kind: 'clearing_member'; readonly system?: string; readonly id: string }
  | { readonly kind: 'other'; readonly id: string };

type ClearingMembers = Extract<MemberProfile, { kind: 'clearing_member' }>;

/** `FinInstnId` with what names the institution. @see ISO 20022 FinancialInstitutionIdentification18 */
export interface InstitutionElement {
  readonly FinInstnId: {
    readonly BICFI?: string;
    readonly ClrSysMmbId?: { readonly ClrSysId: { readonly Cd: string } | undefined; readonly MmbId: string };
    readonly Othr?: { readonly Id: string };
  };
}

/**
 * Writes an institution as an agent of a document.
 *
 * @throws PolyrailError `command_invalid` for a member of another clearing system
 */
export function agent({ name, members }: NetworkProfile, institution: Institution): InstitutionElement {
  if (institution.kind !== 'clearing_member' || members.kind !== 'clearing_member') return namedAgent(institution);
  const { system, documentLength } = members;
  if (institution.system !== undefined && institution.system !== system)
    throw new PolyrailError('command_invalid', `${name} knows the banks of ${system} only`);
  return memberAgent(members, institution.id.slice(0, documentLength));
}

/** Writes an institution as the sender or the receiver of a message. A member stands there without its clearing system. */
export function headerAgent({ party }: HeaderProfile, institution: Institution): InstitutionElement {
  if (institution.kind !== 'clearing_member') return namedAgent(institution);
  return namedAgent({ kind: party ?? 'clearing_member', id: institution.id });
}

function memberAgent({ system, writesSystem }: ClearingMembers, id: string): InstitutionElement {
  return namedAgent({ kind: 'clearing_member', ...(writesSystem !== false && { system }), id });
}

function namedAgent(institution: Institution): InstitutionElement {
  switch (institution.kind) {
    case 'bic':
      return { FinInstnId: { BICFI: institution.bic } };
    case 'clearing_member': {
      const { system, id } = institution;
      return { FinInstnId: { ClrSysMmbId: { ClrSysId: system ? { Cd: system } : undefined, MmbId: id } } };
    }
    case 'other':
      return { FinInstnId: { Othr: { Id: institution.id } } };
  }
}

/** An institution as a message names it. */
export interface NamedInstitution {
  readonly FinInstnId: {
    readonly BICFI?: string | undefined;
    readonly ClrSysMmbId?: { readonly MmbId: string } | undefined;
    readonly Othr?: { readonly Id: string } | undefined;
  };
}

/** The text by which a message names an institution; empty where it names none. */
export function institutionText(named: NamedInstitution | undefined): string {
  const { BICFI, ClrSysMmbId, Othr } = named?.FinInstnId ?? {};
  return BICFI ?? ClrSysMmbId?.MmbId ?? Othr?.Id ?? '';
}

/** True when a message names this institution. A BIC of eight characters is that of the head office. */
export function isInstitution(institution: Institution, named: NamedInstitution | undefined): boolean {
  const [text, other] = [memberText(institution), institutionText(named)];
  return institution.kind === 'bic' ? text.padEnd(11, 'X') === other.padEnd(11, 'X') : text === other;
}

/** The text that stands for an institution within identifiers. */
export function memberText(institution: Institution): string {
  return institution.kind === 'bic' ? institution.bic : institution.id;
}

/**
 * The bank that keeps an account.
 *
 * @param usual the bank of accounts that name none
 * @throws PolyrailError `command_invalid` when nothing names it
 */
export function bankOf(account: Account, usual: Institution | undefined): Institution {
  if (account.bic !== undefined) return { kind: 'bic', bic: account.bic };
  const member = account.type === 'account' ? account.member : undefined;
  const bank = member === undefined ? usual : memberOf(member);
  if (bank === undefined)
    throw new PolyrailError('command_invalid', 'the network needs to know the bank of each account');
  return bank;
}

function memberOf({ system, id }: ClearingMember): Institution {
  return { kind: 'clearing_member', system, id };
}
