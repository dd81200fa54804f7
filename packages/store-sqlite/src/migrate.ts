import { createHash } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/store';
import type { Database } from './database.ts';

/**
 * Brings the file to the schema of now, in one transaction.
 *
 * @throws PolyrailError `configuration_invalid` when the file's schema is newer, or not the one that was released
 */
export function migrate(database: Database, migrations: readonly string[]): void {
  database.exec('create table if not exists schema_migrations (version integer primary key, checksum text not null)');
  const applied = database.all('select version, checksum from schema_migrations order by version');
  for (const { version, checksum } of applied) {
    const known = migrations[Number(version) - 1];
    if (known === undefined) refuse(`its schema has version ${version}, newer than this release knows`);
    if (checksumOf(known) !== checksum)
      refuse(`its schema version ${version} is another one than that of this release`);
  }
  if (applied.length === migrations.length) return;
  database.exec('begin immediate');
  for (const [index, sql] of migrations.entries()) {
    if (index < applied.length) continue;
    database.exec(sql);
    database.run('insert into schema_migrations values (?, ?)', index + 1, checksumOf(sql));
  }
  database.exec('commit');
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

function refuse(message: string): never {
  throw new PolyrailError('configuration_invalid', message);
}
