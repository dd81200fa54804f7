import { PolyrailError } from '@polyrail/core';
import type { ClientBase } from 'pg';

interface Settings {
  readonly version: number;
  readonly fsync: string;
  readonly synchronous_commit: string;
}

const oldestVersion = 140_000;

const text = `
  select current_setting('server_version_num')::integer as version,
    current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous_commit,
    set_config('statement_timeout', $1, false),
    set_config('default_transaction_isolation', 'read committed', false)`;

/**
 * Prepares a new connection, and refuses a server that could lose what it has confirmed. Every connection is checked:
 * after a fail-over it may be another server.
 *
 * @throws PolyrailError `configuration_invalid`
 */
export async function beginSession(client: ClientBase, statementTimeoutMs: number): Promise<void> {
  const { rows } = await client.query<Settings>(text, [String(statementTimeoutMs)]);
  for (const settings of rows) checkSettings(settings);
}

function checkSettings({ version, fsync, synchronous_commit: commit }: Settings): void {
  if (version < oldestVersion) throw refusal('PostgreSQL 14 or newer is needed');
  if (fsync !== 'on') throw refusal('PostgreSQL runs with fsync=off: a power cut would lose payments');
  if (commit === 'off' || commit === 'local')
    throw refusal(`the session has synchronous_commit=${commit}: a confirmed payment could be lost`);
}

function refusal(message: string): PolyrailError {
  return new PolyrailError('configuration_invalid', message);
}
