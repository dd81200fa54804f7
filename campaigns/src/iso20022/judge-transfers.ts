import type { Payment } from '@polyrail/core';
import type { Movement } from '@polyrail/sandbox';
import type { TransferOrder } from './transfer-order.ts';

/** What a campaign over the network leaves behind. */
export interface TransferEvidence {
  readonly orders: readonly TransferOrder[];
  readonly movements: readonly Movement[];
  /** As the gateway has them at the end, the last one last: those before it set the key free. */
  readonly payments: (order: TransferOrder) => readonly Payment[];
}

/** What is wrong, by what it breaks. All lists are empty when the promise was kept. */
export interface TransferVerdict {
  readonly doubled: readonly string[];
  readonly lost: readonly string[];
  /** Payments and movements that do not agree. */
  readonly untrue: readonly string[];
  readonly open: readonly string[];
  /** How many payments ended in each status. */
  readonly ends: Readonly<Record<string, number>>;
}

/** Holds every order, and every movement, against the other side. Pure. */
export function judgeTransfers({ orders, movements, payments }: TransferEvidence): TransferVerdict {
  const verdict = { doubled: [] as string[], lost: [] as string[], untrue: [] as string[], open: [] as string[] };
  const ends: Record<string, number> = {};
  const moved = movementsByPayer(movements);
  for (const order of orders) {
    const { idempotencyKey: name } = order.command;
    const own = moved.get(order.payer) ?? [];
    moved.delete(order.payer);
    if (own.length > 1) verdict.doubled.push(`${name} was credited ${own.length} times`);
    const known = payments(order);
    const found = known.at(-1);
    if (found === undefined) {
      verdict.lost.push(`${name} is not known, and was credited ${own.length} times`);
      continue;
    }
    ends[found.status] = (ends[found.status] ?? 0) + 1;
    if (known.slice(0, -1).some(({ status }) => status !== 'not_executed'))
      verdict.untrue.push(`${name} has two payments`);
    verdict.untrue.push(...contradictions(order, found, own));
    if (!isTerminal(found)) verdict.open.push(`${name} is ${found.status}`);
  }
  for (const [payer, own] of moved) verdict.untrue.push(`${payer} paid ${own.length} times, and nobody asked for it`);
  return { ...verdict, ends };
}

function movementsByPayer(movements: readonly Movement[]): Map<string, Movement[]> {
  const moved = new Map<string, Movement[]>();
  for (const movement of movements) {
    const own = moved.get(movement.debit) ?? [];
    own.push(movement);
    moved.set(movement.debit, own);
  }
  return moved;
}

function contradictions({ command, told }: TransferOrder, payment: Payment, own: readonly Movement[]): string[] {
  const { idempotencyKey: name, amount } = command;
  const { status, captured } = payment;
  const found: string[] = [];
  const isSettled = status === 'succeeded';
  if (told.end !== undefined && told.end !== status)
    found.push(`${name} was told to have ${told.end}, and is ${status}`);
  if (isSettled && (own.length === 0 || captured.minorUnits !== amount.minorUnits))
    found.push(`${name} succeeded, and the book has ${own.length} movements`);
  if ((status === 'declined' || status === 'not_executed') && own.length > 0)
    found.push(`${name} is ${status}, and the book has a movement`);
  if (own.some((movement) => movement.amount !== amount.minorUnits || movement.currency !== amount.currency))
    found.push(`${name} moved another amount than was asked`);
  return found;
}

/** A payment that is over, or that waits for a person. */
function isTerminal({ status, openOperation }: Payment): boolean {
  if (status === 'needs_review') return true;
  return openOperation === undefined && ['succeeded', 'declined', 'not_executed'].includes(status);
}
