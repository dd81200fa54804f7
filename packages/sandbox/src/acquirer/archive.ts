import type { Operation } from './operation.ts';
import type { Payment, Refund } from './payment.ts';

/** Which part of a list is wanted: newest first, after the resource `startingAfter`. */
export interface PageQuery {
  readonly clientReference: string | undefined;
  readonly limit: number;
  readonly startingAfter: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** Everything the acquirer remembers, bounded: payments, refunds and the operations that made them. */
export class Archive {
  readonly #capacity: number;
  readonly #payments = new Map<string, Payment>();
  readonly #refunds = new Map<string, Refund>();
  readonly #latestByKey = new Map<string, Operation>();
  #operations = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  isFull(): boolean {
    return this.#operations >= this.#capacity;
  }

  keep(operation: Operation): void {
    this.#operations += 1;
    if (operation.key !== undefined) this.#latestByKey.set(operation.key, operation);
  }

  /** Puts the operation in the place of itself as it stood; does nothing where a newer one carries its key. */
  revise(operation: Operation): void {
    const { id, key } = operation;
    if (key !== undefined && this.#latestByKey.get(key)?.id === id) this.#latestByKey.set(key, operation);
  }

  keepPayment(payment: Payment): void {
    this.#payments.set(payment.id, payment);
  }

  keepRefund(refund: Refund): void {
    this.#refunds.set(refund.id, refund);
  }

  operationOf(key: string): Operation | undefined {
    return this.#latestByKey.get(key);
  }

  payment(id: string): Payment | undefined {
    return this.#payments.get(id);
  }

  refund(id: string): Refund | undefined {
    return this.#refunds.get(id);
  }

  payments(): readonly Payment[] {
    return [...this.#payments.values()];
  }

  refunds(): readonly Refund[] {
    return [...this.#refunds.values()];
  }

  reset(): void {
    this.#payments.clear();
    this.#refunds.clear();
    this.#latestByKey.clear();
    this.#operations = 0;
  }
}

/** Cuts one page out of resources that stand oldest first. An unknown `startingAfter` gives an empty page. */
export function pageOf<Item extends Payment | Refund>(resources: readonly Item[], query: PageQuery): Page<Item> {
  const { clientReference, limit, startingAfter } = query;
  const newestFirst = resources
    .filter((resource) => clientReference === undefined || resource.clientReference === clientReference)
    .reverse();
  const last = startingAfter === undefined ? -1 : newestFirst.findIndex((resource) => resource.id === startingAfter);
  if (startingAfter !== undefined && last < 0) return { items: [], hasMore: false };
  const rest = newestFirst.slice(last + 1);
  return { items: rest.slice(0, limit), hasMore: rest.length > limit };
}
