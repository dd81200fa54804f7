import type { Amount } from '../model/amount.ts';
import type { Report } from './report.ts';
import { reportedAmount } from './reported-amount.ts';

interface BookedEntry {
  readonly Amt: Amount;
  readonly CdtDbtInd: 'CRDT' | 'DBIT';
  readonly RvslInd?: boolean | undefined;
  readonly Sts: string | { readonly Cd?: string | undefined };
  readonly NtryDtls?: readonly { readonly TxDtls?: readonly BookedTransaction[] | undefined }[] | undefined;
}

interface BookedTransaction {
  readonly Refs?:
    | {
        readonly MsgId?: string | undefined;
        readonly InstrId?: string | undefined;
        readonly TxId?: string | undefined;
        readonly UETR?: string | undefined;
      }
    | undefined;
  readonly Amt?: Amount | undefined;
  readonly CdtDbtInd?: 'CRDT' | 'DBIT' | undefined;
  readonly AmtDtls?: { readonly TxAmt?: { readonly Amt: Amount } | undefined } | undefined;
}

/** What each payment in the entries of a notification says. */
export function bookedEntries(
  notifications: readonly { readonly Ntry?: readonly BookedEntry[] | undefined }[],
): readonly Report[] {
  return notifications.flatMap(({ Ntry = [] }) =>
    Ntry.flatMap((entry) => {
      const transactions = (entry.NtryDtls ?? []).flatMap(({ TxDtls = [] }) => TxDtls);
      return transactions.map((transaction) => entryReport(entry, transaction, transactions.length === 1));
    }),
  );
}

function entryReport(entry: BookedEntry, transaction: BookedTransaction, isOnly: boolean): Report {
  const { Refs = {}, Amt, CdtDbtInd = entry.CdtDbtInd, AmtDtls } = transaction;
  const { UETR: uetr, MsgId: messageId, InstrId: instructionId, TxId: transactionId } = Refs;
  const isDebit = CdtDbtInd === 'DBIT';
  return {
    kind: 'entry',
    original: isDebit ? { uetr, messageId, instructionId, transactionId } : { uetr },
    amount: reportedAmount(Amt ?? AmtDtls?.TxAmt?.Amt ?? (isOnly ? entry.Amt : undefined)),
    direction: isDebit ? 'debit' : 'credit',
    isBooked: (typeof entry.Sts === 'string' ? entry.Sts : entry.Sts.Cd) === 'BOOK',
    isReversal: entry.RvslInd === true,
  };
}
