/** What a movement is: money moved, money held and let go, or a movement taken back before it was settled. */
export type MovementKind = 'charge' | 'hold' | 'capture' | 'release' | 'transfer' | 'refund' | 'reversal';

/** One balanced entry: `amount` leaves `debit` and enters `credit`. */
export interface Movement {
  readonly id: string;
  readonly kind: MovementKind;
  readonly operation: string;
  readonly payment: string;
  readonly key: string | undefined;
  readonly clientReference: string | undefined;
  readonly amount: bigint;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
  readonly at: number;
}

/** What an account holds in one currency; below zero where more left than came in. */
export interface Balance {
  readonly account: string;
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * The double-entry book: the truth about money, asked by tests instead of the gateway.
 * Each executed operation posts exactly one movement, a duplicate included, so a double payment shows as two.
 */
export class Book {
  readonly #movements: Movement[] = [];
  readonly #balances = new Map<string, Map<string, bigint>>();

  /** Writes one movement. Throws on an amount that is not above zero. */
  post(entry: Omit<Movement, 'id'>): Movement {
    if (entry.amount <= 0n) throw new RangeError('A movement needs an amount above zero');
    const movement = { id: `mv_${this.#movements.length + 1}`, ...entry };
    this.#movements.push(movement);
    this.#add(entry.currency, entry.debit, -entry.amount);
    this.#add(entry.currency, entry.credit, entry.amount);
    return movement;
  }

  /** All movements, oldest first. */
  movements(): readonly Movement[] {
    return this.#movements;
  }

  /** The movements whose client reference or idempotency key is `name`. */
  movementsOf(name: string): readonly Movement[] {
    return this.#movements.filter((movement) => movement.clientReference === name || movement.key === name);
  }

  /** The movement of an operation. `undefined`: it moved nothing. */
  movementOf(operation: string): Movement | undefined {
    return this.#movements.find((movement) => movement.operation === operation);
  }

  /** Every account that is not at zero. */
  balances(): readonly Balance[] {
    return [...this.#balances].flatMap(([currency, accounts]) =>
      [...accounts].map(([account, amount]) => ({ account, currency, amount })),
    );
  }

  balanceOf(account: string, currency: string): bigint {
    return this.#balances.get(currency)?.get(account) ?? 0n;
  }

  /** True while the balances of each currency add up to zero. */
  isBalanced(): boolean {
    return [...this.#balances.values()].every(
      (accounts) => [...accounts.values()].reduce((sum, amount) => sum + amount, 0n) === 0n,
    );
  }

  reset(): void {
    this.#movements.length = 0;
    this.#balances.clear();
  }

  #add(currency: string, account: string, amount: bigint): void {
    const accounts = this.#balances.get(currency) ?? new Map<string, bigint>();
    this.#balances.set(currency, accounts);
    const next = (accounts.get(account) ?? 0n) + amount;
    if (next === 0n) accounts.delete(account);
    else accounts.set(account, next);
  }
}
