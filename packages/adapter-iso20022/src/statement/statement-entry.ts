import type { Money } from '@polyrail/core/provider';
import { readAmount } from '../flow/network-amount.ts';
import type { Amount } from '../model/amount.ts';

/** From the account owner's side: `credit` is money that came. */
export type EntryDirection = 'credit' | 'debit';

/** `information`: no booking at all, whatever the amount says. */
export type EntryStatus = 'booked' | 'pending' | 'future' | 'information' | 'other';

/** What a payment was called by those who handled it. */
export interface EntryReferences {
  readonly messageId?: string;
  readonly paymentInformationId?: string;
  readonly instructionId?: string;
  readonly endToEndId?: string;
  readonly uetr?: string;
  readonly transactionId?: string;
  readonly servicerReference?: string;
  readonly clearingSystemReference?: string;
}

/** One payment of an entry. */
export interface EntryTransaction {
  /** `undefined` where the bank gives none of one payment out of several, or one that its currency cannot hold. */
  readonly amount: Money | undefined;
  readonly direction: EntryDirection;
  readonly references: EntryReferences;
}

/** One booking on an account. */
export interface StatementEntry {
  /** `undefined` for an amount that its currency cannot hold; {@link amountAsWritten} has it anyway. */
  readonly amount: Money | undefined;
  readonly amountAsWritten: Amount;
  readonly direction: EntryDirection;
  readonly status: EntryStatus;
  /** It takes back an earlier entry; its direction is its own, not that of the other. */
  readonly isReversal: boolean;
  /** A date, or a date with time, as the bank wrote it. */
  readonly bookingDate?: string;
  readonly valueDate?: string;
  readonly entryReference?: string;
  readonly servicerReference?: string;
  /** The payments in it. One without references where the bank says nothing more. */
  readonly transactions: readonly [EntryTransaction, ...EntryTransaction[]];
}

type Day = { readonly Dt?: string; readonly DtTm?: string };

/** What the versions of the entry have in common, and what they call it. */
interface EntryContent {
  readonly NtryRef?: string;
  readonly Amt: Amount;
  readonly CdtDbtInd: 'CRDT' | 'DBIT';
  readonly RvslInd?: boolean;
  readonly Sts: string | { readonly Cd?: string };
  readonly BookgDt?: Day;
  readonly ValDt?: Day;
  readonly AcctSvcrRef?: string;
  readonly NtryDtls?: readonly { readonly TxDtls?: readonly TransactionContent[] }[];
}

interface TransactionContent {
  readonly Refs?: Readonly<Record<string, string | undefined>>;
  readonly Amt?: Amount;
  readonly CdtDbtInd?: 'CRDT' | 'DBIT';
  readonly AmtDtls?: { readonly TxAmt?: { readonly Amt: Amount } };
}

const statuses: Readonly<Record<string, EntryStatus>> = {
  BOOK: 'booked',
  PDNG: 'pending',
  FUTR: 'future',
  INFO: 'information',
};
const names = {
  messageId: 'MsgId',
  paymentInformationId: 'PmtInfId',
  instructionId: 'InstrId',
  endToEndId: 'EndToEndId',
  uetr: 'UETR',
  transactionId: 'TxId',
  servicerReference: 'AcctSvcrRef',
  clearingSystemReference: 'ClrSysRef',
} satisfies Readonly<Record<keyof EntryReferences, string>>;

/** The entry that an element `Ntry` means, in any version. Its schema has been applied. */
export function statementEntry(content: unknown): StatementEntry {
  const { Amt, CdtDbtInd, RvslInd, Sts, BookgDt, ValDt, NtryRef, AcctSvcrRef, NtryDtls } = content as EntryContent;
  const direction = directionOf(CdtDbtInd);
  const amount = readAmount(Amt);
  const details = (NtryDtls ?? []).flatMap(({ TxDtls }) => TxDtls ?? []);
  const [first, ...more] = details.map((one) =>
    transactionOf(one, direction, details.length === 1 ? amount : undefined),
  );
  const [bookingDate, valueDate] = [dayOf(BookgDt), dayOf(ValDt)];
  return {
    amount,
    amountAsWritten: Amt,
    direction,
    status: statuses[typeof Sts === 'string' ? Sts : (Sts.Cd ?? '')] ?? 'other',
    isReversal: RvslInd === true,
    ...(bookingDate !== undefined && { bookingDate }),
    ...(valueDate !== undefined && { valueDate }),
    ...(NtryRef !== undefined && { entryReference: NtryRef }),
    ...(AcctSvcrRef !== undefined && { servicerReference: AcctSvcrRef }),
    transactions: first ? [first, ...more] : [{ amount, direction, references: {} }],
  };
}

function transactionOf(
  { Refs = {}, Amt, CdtDbtInd, AmtDtls }: TransactionContent,
  direction: EntryDirection,
  entryAmount: Money | undefined,
): EntryTransaction {
  const own = Amt ?? AmtDtls?.TxAmt?.Amt;
  const references: Record<string, string> = {};
  for (const [name, element] of Object.entries(names)) {
    const value = Refs[element];
    if (value !== undefined) references[name] = value;
  }
  return {
    amount: own ? readAmount(own) : entryAmount,
    direction: CdtDbtInd === undefined ? direction : directionOf(CdtDbtInd),
    references,
  };
}

function directionOf(indicator: 'CRDT' | 'DBIT'): EntryDirection {
  return indicator === 'CRDT' ? 'credit' : 'debit';
}

function dayOf(day: Day | undefined): string | undefined {
  return day?.DtTm ?? day?.Dt;
}
