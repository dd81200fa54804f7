export type { Claim, ClaimAnswer, Ledger, Step, StepAnswer } from './ledger.ts';
export { type MemoryLedgerOptions, memoryLedger } from './memory-ledger.ts';
export type { OperationRecord, TimelineEntry } from './operation-record.ts';
