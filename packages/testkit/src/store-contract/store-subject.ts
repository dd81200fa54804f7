import type { DurableStore, Store } from '@polyrail/core';

/** A kind of store, as the contract meets it. */
export interface StoreSubject {
  readonly name: string;
  /** False for a store that forgets at exit: the checks of a restart are left out. */
  readonly durable: boolean;
  /** An empty store of its own for each check. */
  open(): Promise<OpenedStore>;
}

/** A store that a check may use alone. */
export interface OpenedStore {
  readonly store: Store;
  /** Lets the process of the store end without a word, and opens what is left. For a durable store. */
  restart?(): Promise<Store>;
  /** Ends what was opened, and removes what it kept. */
  close(): Promise<void>;
}

/** A kind of store that outlives its process. */
export interface DurableSubject extends StoreSubject {
  open(): Promise<OpenedStore & { readonly store: DurableStore }>;
}

/** One check: it throws an AssertionError when the store fails it. */
export type StoreCheck = (opened: OpenedStore) => Promise<void>;
