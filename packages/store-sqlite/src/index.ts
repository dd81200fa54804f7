export type { SqliteStore } from './command.ts';
export type { DriverName } from './driver/driver.ts';
export type { PurgeAnswer, PurgeRequest } from './rows/retention.ts';
export { type SqliteStoreOptions, sqliteStore } from './sqlite-store.ts';
export {
  type ExportCursor,
  type ExportPage,
  exportStore,
  importStore,
  type StoredJob,
  type StoredLine,
  type StoredOperation,
  type StoredPayment,
  type TransferableStore,
} from './transfer.ts';
