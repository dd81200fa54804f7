import type { Movement } from '@polyrail/sandbox';
import type { Answer, Order } from './order.ts';

/** A payment as the gateway tells it at the end. */
export interface FinalPayment {
  readonly status: string;
  /** The acquirer's id of it. */
  readonly providerReference: string | undefined;
  readonly refundedAmount: bigint;
  readonly isOpen: boolean;
}

/** What a campaign leaves behind: what customers were told, what the book says, and what the gateway says at the end. */
export interface Evidence {
  readonly orders: readonly Order[];
  readonly movements: readonly Movement[];
  /** `undefined`: the gateway does not know it. */
  readonly payment: (id: string) => FinalPayment | undefined;
  /** Events that were answered for with 2xx, and those that are stored. */
  readonly acknowledgedEvents: ReadonlySet<string>;
  readonly storedEvents: ReadonlySet<string>;
}

/** What is wrong, by what it breaks. All lists are empty when the promise was kept. */
export interface Verdict {
  /** An acknowledged result is gone, has changed, or is not what the book says. */
  readonly lost: readonly string[];
  readonly movedTwice: readonly string[];
  readonly webhooksLost: readonly string[];
  /** A payment does not end in its true state. */
  readonly untrue: readonly string[];
  /** Payments that a person has to look at. That is no fault. */
  readonly inReview: number;
}

const executedStatuses = ['authorized', 'succeeded', 'partially_captured', 'partially_refunded', 'refunded'];
const notExecutedStatuses = ['declined', 'not_executed', 'voided'];

/** Holds what customers were told, and what the gateway says at the end, against the book. Pure. */
export function judge({ orders, movements, payment, acknowledgedEvents, storedEvents }: Evidence): Verdict {
  const byPayer = groupByPayer(movements);
  const movedFor = ({ kind, payer, amount }: Order) =>
    (byPayer.get(payer) ?? []).filter((moved) => moved.kind === kind && (kind !== 'refund' || moved.amount === amount));
  const begun = orders.filter(({ kind }) => kind !== 'refund');
  const payers = new Set(begun.map(({ payer }) => payer));
  const endsOf = (order: Order) => new Map(paymentsOf(order).map((id) => [id, payment(id)]));
  return {
    lost: orders.flatMap((order) => [...contradictions(order), ...untruths(order, movedFor(order))]),
    movedTwice: [
      ...orders.filter((order) => movedFor(order).length > 1).map(({ key }) => `${key} moved money more than once`),
      ...[...byPayer.keys()].filter((payer) => !payers.has(payer)).map((payer) => `${payer} paid, and nobody asked`),
    ],
    webhooksLost: [...acknowledgedEvents]
      .filter((event) => !storedEvents.has(event))
      .map((event) => `${event} was acknowledged and is gone`),
    untrue: begun.flatMap((order) => wrongEnds(endsOf(order), byPayer.get(order.payer) ?? [])),
    inReview: begun.flatMap((order) => [...endsOf(order).values()]).filter((end) => end?.status === 'needs_review')
      .length,
  };
}

function groupByPayer(movements: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const payer = movement.kind === 'refund' ? movement.credit : movement.debit;
    groups.set(payer, [...(groups.get(payer) ?? []), movement]);
  }
  return groups;
}

/** The payments that customers were told of. */
export function paymentsOf({ answers }: Order): readonly string[] {
  return [...new Set(answers.flatMap(({ paymentId }) => paymentId ?? []))];
}

/** A final answer that a later one does not repeat. */
function contradictions({ key, answers }: Order): readonly string[] {
  const final = answers.filter(({ status }) => status === 201 || status === 402);
  return final.flatMap((first) =>
    answers
      .filter((later) => later.askedAtMs >= first.answeredAtMs && !repeats(later, first))
      .map((later) => `${key} was ${wordOf(first)}, then ${wordOf(later)}`),
  );
}

function repeats(later: Answer, first: Answer): boolean {
  // 503: the store is away, and says so.
  if (later.status === 503) return true;
  return later.status === first.status && (later.status === 402 || later.paymentId === first.paymentId);
}

function wordOf({ status, code, paymentId }: Answer): string {
  return `${status} ${code ?? paymentId ?? ''}`.trim();
}

/** A final answer that the book does not bear out. */
function untruths({ key, amount, answers }: Order, moved: readonly Movement[]): readonly string[] {
  const said = (status: number) => answers.some((answer) => answer.status === status);
  if (said(201) && !moved.some((movement) => movement.amount === amount))
    return [`${key} was acknowledged, and nothing moved`];
  if (said(402) && moved.length > 0) return [`${key} was declined, and money moved`];
  return [];
}

/** How the payments of one key differ from what the book has for it. */
function wrongEnds(ends: ReadonlyMap<string, FinalPayment | undefined>, moved: readonly Movement[]): readonly string[] {
  const known = new Set([...ends.values()].map((end) => end?.providerReference));
  const unknownToAll = moved.filter(({ payment }) => !known.has(payment)).length;
  return [...ends].flatMap(([id, end]) => wrongEnd(id, end, moved, unknownToAll));
}

function wrongEnd(
  id: string,
  end: FinalPayment | undefined,
  moved: readonly Movement[],
  unknownToAll: number,
): readonly string[] {
  if (end === undefined) return [`${id} was acknowledged and is gone`];
  const { status, providerReference, refundedAmount, isOpen } = end;
  if (status === 'needs_review') return [];
  if (isOpen) return [`${id} is still ${status}, with an open operation`];
  const own = moved.filter(({ payment }) => payment === providerReference);
  const paid = own.filter(({ kind }) => kind !== 'refund').length;
  const refunded = own.filter(({ kind }) => kind === 'refund').reduce((sum, { amount }) => sum + amount, 0n);
  if (notExecutedStatuses.includes(status))
    return paid + unknownToAll === 0 ? [] : [`${id} is ${status}, and money moved`];
  if (!executedStatuses.includes(status)) return [`${id} is still ${status}`];
  return [
    ...(paid === 1 ? [] : [`${id} is ${status}, the book has ${paid} movements`]),
    ...(refunded === refundedAmount ? [] : [`${id} says ${refundedAmount} was refunded, the book ${refunded}`]),
  ];
}
