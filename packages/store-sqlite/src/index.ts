export type { DriverName } from './driver/driver.ts';
export { type SqliteStoreOptions, sqliteStore } from './sqlite-store.ts';
