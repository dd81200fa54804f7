import type { Account, Party } from '@polyrail/core/provider';
import type { NetworkProfile } from '../profile/network-profile.ts';
import { type StructuredAddress, structuredAddress } from '../profile/structured-address.ts';
import { networkText } from './network-text.ts';

/** `Dbtr` or `Cdtr`. @see ISO 20022 PartyIdentification135 */
export interface PartyElement {
  readonly Nm?: string;
  readonly PstlAdr?: StructuredAddress | undefined;
}

/** `DbtrAcct` or `CdtrAcct`. @see ISO 20022 CashAccount38 */
export interface AccountElement {
  readonly Id:
    | { readonly IBAN: string; readonly Othr?: undefined }
    | {
        readonly Othr: { readonly Id: string; readonly SchmeNm: { readonly Cd: string } | undefined };
        readonly IBAN?: undefined;
      };
}

/** Writes who pays or is paid. A party that the command does not name is written without a name. */
export function partyElement(profile: NetworkProfile, party: Party | undefined): PartyElement {
  if (party === undefined) return {};
  const { name, address } = party;
  const text = (value: string, what: string) => networkText(profile, value, what);
  return {
    Nm: text(name, 'the name of a party'),
    PstlAdr:
      profile.addresses === false
        ? undefined
        : address && structuredAddress(address, (value) => text(value, 'the address of a party')),
  };
}

/** Writes an account. */
export function accountElement(account: Account): AccountElement {
  if (account.type === 'iban') return { Id: { IBAN: account.iban } };
  const { id, scheme } = account;
  return { Id: { Othr: { Id: id, SchmeNm: scheme === undefined ? undefined : { Cd: scheme } } } };
}
