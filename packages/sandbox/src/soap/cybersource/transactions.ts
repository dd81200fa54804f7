import { BoundedMap } from '../../bounded-map.ts';

/** So long an identifier must not be used for another transaction. */
const IDENTIFIER_MS = 60 * 86_400_000;
/** So long the reference of an authorization counts as that of a repeat. */
const REFERENCE_MS = 15 * 60_000;

const MAX_REMEMBERED = 200_000;

/** What one request did that a later one can name. */
export interface Transaction {
  readonly requestID: string;
  readonly kind: 'authorization' | 'sale' | 'capture' | 'credit';
  readonly identifier: string;
  readonly reference: string;
  readonly at: number;
  /** The acquirer's names for it. */
  readonly operation: string;
  readonly payment: string;
  readonly resource: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly isUndone: boolean;
}

/** The transactions that were approved, and what was used of names that must be new. The oldest are forgotten. */
export class Transactions {
  readonly #byRequest = new BoundedMap<Transaction>(MAX_REMEMBERED);
  readonly #requestOf = new BoundedMap<string>(MAX_REMEMBERED);
  readonly #identifiers = new BoundedMap<number>(MAX_REMEMBERED);
  readonly #references = new BoundedMap<number>(MAX_REMEMBERED);

  byRequest(requestID: string): Transaction | undefined {
    return this.#byRequest.get(requestID);
  }

  byIdentifier(identifier: string): Transaction | undefined {
    const requestID = this.#requestOf.get(identifier);
    return requestID === undefined ? undefined : this.#byRequest.get(requestID);
  }

  keep(transaction: Transaction): void {
    const { requestID, identifier } = transaction;
    this.#byRequest.set(requestID, transaction);
    if (identifier !== '') this.#requestOf.set(identifier, requestID);
  }

  undo(transaction: Transaction): void {
    this.#byRequest.set(transaction.requestID, { ...transaction, isUndone: true });
  }

  /** Whether these names may be used now; then they count as used. */
  claim(identifier: string, reference: string, isAuthorization: boolean, now: number): boolean {
    const isRepeat = isRecent(this.#identifiers, identifier, now - IDENTIFIER_MS);
    if (isRepeat || (isAuthorization && isRecent(this.#references, reference, now - REFERENCE_MS))) return false;
    if (identifier !== '') this.#identifiers.set(identifier, now);
    if (isAuthorization) this.#references.set(reference, now);
    return true;
  }

  reset(): void {
    for (const names of [this.#byRequest, this.#requestOf, this.#identifiers, this.#references]) names.clear();
  }
}

function isRecent(names: BoundedMap<number>, name: string, since: number): boolean {
  return (names.get(name) ?? Number.NEGATIVE_INFINITY) > since;
}
