import { equalMoney, type Money } from '@polyrail/core/provider';
import type { EntryDirection, EntryReferences, EntryTransaction, StatementEntry } from './statement-entry.ts';

/** A payment that a statement should have. */
export interface ExpectedPayment {
  readonly id: string;
  readonly amount: Money;
  readonly direction: EntryDirection;
  readonly uetr?: string;
  /** Of the message that carried it. It names a payment together with one of the next two. */
  readonly messageId?: string;
  readonly transactionId?: string;
  readonly instructionId?: string;
}

/** A booked payment of a statement. */
export interface BookedTransaction {
  readonly entry: StatementEntry;
  readonly transaction: EntryTransaction;
}

/** A payment and where it is in the statement. */
export interface ReconciledPayment extends BookedTransaction {
  readonly payment: ExpectedPayment;
}

export interface Reconciliation {
  readonly matched: readonly ReconciledPayment[];
  /** The right payment, with another amount or direction, or without an amount. */
  readonly mismatched: readonly ReconciledPayment[];
  /** A payment that was matched before. */
  readonly duplicates: readonly ReconciledPayment[];
  /** Reversals of a payment: for a person to look at. */
  readonly reversals: readonly ReconciledPayment[];
  /** References that name several payments. */
  readonly ambiguous: readonly BookedTransaction[];
  readonly unmatchedTransactions: readonly BookedTransaction[];
  readonly unmatchedPayments: readonly ExpectedPayment[];
}

/**
 * Finds payments in the entries of a statement: by UETR, else by message and transaction, else by message and instruction. Never by
 * EndToEndId alone: many payments share one. Only booked entries count.
 */
export function reconcile(entries: Iterable<StatementEntry>, payments: readonly ExpectedPayment[]): Reconciliation {
  const byKey = keyed(payments);
  const seen = new Set<ExpectedPayment>();
  const lists = {
    matched: [] as ReconciledPayment[],
    mismatched: [] as ReconciledPayment[],
    duplicates: [] as ReconciledPayment[],
    reversals: [] as ReconciledPayment[],
    ambiguous: [] as BookedTransaction[],
    unmatchedTransactions: [] as BookedTransaction[],
  };
  for (const entry of entries) {
    if (entry.status !== 'booked') continue;
    for (const transaction of entry.transactions) {
      const booked = { entry, transaction };
      const [payment, ...others] = paymentsOf(transaction.references, byKey);
      if (!payment) lists.unmatchedTransactions.push(booked);
      else if (others.length > 0) lists.ambiguous.push(booked);
      else lists[verdict(payment, booked, seen)].push({ ...booked, payment });
      if (payment && others.length === 0 && !entry.isReversal) seen.add(payment);
    }
  }
  return { ...lists, unmatchedPayments: payments.filter((payment) => !seen.has(payment)) };
}

function verdict(
  payment: ExpectedPayment,
  { entry, transaction }: BookedTransaction,
  seen: ReadonlySet<ExpectedPayment>,
): 'matched' | 'mismatched' | 'duplicates' | 'reversals' {
  if (entry.isReversal) return 'reversals';
  if (seen.has(payment)) return 'duplicates';
  const { amount, direction } = transaction;
  const isSame = amount !== undefined && equalMoney(amount, payment.amount) && direction === payment.direction;
  return isSame ? 'matched' : 'mismatched';
}

function keyed(payments: readonly ExpectedPayment[]): ReadonlyMap<string, ReadonlySet<ExpectedPayment>> {
  const byKey = new Map<string, Set<ExpectedPayment>>();
  for (const payment of payments) {
    for (const key of keysOf(payment)) {
      const known = byKey.get(key);
      if (known) known.add(payment);
      else byKey.set(key, new Set([payment]));
    }
  }
  return byKey;
}

/** What the keys name: more than one payment where they disagree, or where one of them names several. */
function paymentsOf(
  references: EntryReferences,
  byKey: ReadonlyMap<string, ReadonlySet<ExpectedPayment>>,
): readonly ExpectedPayment[] {
  const found = keysOf(references).flatMap((key) => {
    const payments = byKey.get(key);
    return payments ? [payments] : [];
  });
  return [...new Set(found.flatMap((payments) => [...payments]))];
}

/** No key is a part of another one: a length comes before what has one. */
function keysOf({ uetr, messageId, transactionId, instructionId }: EntryReferences): readonly string[] {
  const keys: string[] = [];
  if (uetr !== undefined) keys.push(`uetr ${uetr}`);
  if (messageId === undefined) return keys;
  if (transactionId !== undefined) keys.push(`transaction ${messageId.length} ${messageId} ${transactionId}`);
  if (instructionId !== undefined) keys.push(`instruction ${messageId.length} ${messageId} ${instructionId}`);
  return keys;
}
