export { type PostgresAddress, type PostgresStoreOptions, postgresStore } from './postgres-store.ts';
