import { closeSync, openSync, statSync } from 'node:fs';
import { PolyrailError } from '@polyrail/core/store';
import { Database } from './database.ts';
import type { Driver } from './driver/driver.ts';
import { migrate } from './migrate.ts';
import { refusalOf } from './refusal.ts';
import { migrations } from './schema.ts';

/** Older ones can lose commits when a log is reset. @see https://sqlite.org/releaselog/3_51_3.html */
const oldestSqlite = '3.51.3';

/** A page of the file is 4 KB. */
const cachePages = 8_192;
const checkpointPages = 4_000;

/** A bigger file is not read as a whole at the start: that would take seconds. Its pages are checked as they are read. */
const checkedBytes = 64 * 1024 * 1024;

/**
 * Opens the file the one way that is safe for money: write-ahead log, each commit synced, for this process alone.
 *
 * @throws PolyrailError `configuration_invalid` or `ledger_unavailable`, and says what is wrong with the file
 */
export async function openDatabase(path: string, open: (path: string) => Promise<Driver>): Promise<Database> {
  let driver: Driver | undefined;
  try {
    createFile(path);
    driver = await open(path);
    const database = new Database(driver);
    // First of all: without shared memory a file with a log cannot even be read in another mode.
    database.exec('pragma locking_mode = exclusive');
    requireVersion(database);
    setUp(database);
    checkPages(database, path);
    migrate(database, migrations);
    return database;
  } catch (error) {
    closeQuietly(driver);
    throw refusalOf(path, error);
  }
}

/** Only its owner may read it: payments name people. SQLite gives its log the same rights. */
function createFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function requireVersion(database: Database): void {
  const version = String(database.get('select sqlite_version() as version')?.['version']);
  const order = version.localeCompare(oldestSqlite, 'en', { numeric: true });
  if (order < 0)
    throw new PolyrailError(
      'configuration_invalid',
      `SQLite ${version} is older than ${oldestSqlite}, which is needed`,
    );
}

function setUp(database: Database): void {
  const mode = database.get('pragma journal_mode = wal')?.['journal_mode'];
  if (mode !== 'wal') throw new PolyrailError('ledger_unavailable', `no write-ahead log, but ${String(mode)}`);
  database.exec('pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on');
  const synchronous = database.get('pragma synchronous')?.['synchronous'];
  if (synchronous !== 2) throw new PolyrailError('configuration_invalid', 'this SQLite does not sync each commit');
  database.exec(`pragma cache_size = ${cachePages}; pragma wal_autocheckpoint = ${checkpointPages}`);
}

function checkPages(database: Database, path: string): void {
  if (statSync(path).size > checkedBytes) return;
  const verdict = Object.values(database.get('pragma quick_check(1)') ?? {})[0];
  if (verdict !== 'ok') throw new PolyrailError('ledger_unavailable', `the file is corrupted: ${String(verdict)}`);
}

function closeQuietly(driver: Driver | undefined): void {
  try {
    driver?.close();
  } catch {
    // What went wrong before says more.
  }
}
