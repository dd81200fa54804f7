/** An account at a bank by its International Bank Account Number. @see ISO 13616 */
export interface IbanAccount {
  readonly type: 'iban';
  /** Upper case, no spaces. */
  readonly iban: string;
  /** Business Identifier Code of the account servicer. @see ISO 9362 */
  readonly bic?: string;
}

/** A bank by its number in a clearing system. @see ISO 20022 ClearingSystemMemberIdentification2 */
export interface ClearingMember {
  /** ExternalClearingSystemIdentification1Code, such as `USABA`. */
  readonly system: string;
  /** Such as the nine digits of a routing number. */
  readonly id: string;
}

/** An account by an identification that its servicer understands, such as `acc_123456` or a domestic number. */
export interface OtherAccount {
  readonly type: 'account';
  /** At most 34 characters; 255 in the scheme `open-payments`. */
  readonly id: string;
  /** Scheme of the identification, such as `BBAN`, `USABA` or `open-payments`. @see ISO 20022 ExternalAccountIdentification1Code */
  readonly scheme?: string;
  /** Business Identifier Code of the account servicer. @see ISO 9362 */
  readonly bic?: string;
  /** The account servicer where it goes by a number. */
  readonly member?: ClearingMember;
}

/** Where money of a transfer comes from or goes to. */
export type Account = IbanAccount | OtherAccount;

/** True when the text has the form of an IBAN and its check digits are right (ISO 7064 MOD 97-10). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const rearranged = text.slice(4) + text.slice(0, 4);
  let remainder = 0;
  for (const character of rearranged) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
