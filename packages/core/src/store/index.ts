// What the author of a store meets. It loads nothing of the gateway: a thread of a store starts sooner.
export * from '../ledger/index.ts';
export * from '../provider/index.ts';
