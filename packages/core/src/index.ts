export * from './container/index.ts';
export * from './gateway/index.ts';
export * from './ledger/index.ts';
export * from './provider/index.ts';
export * from './resilience/index.ts';
