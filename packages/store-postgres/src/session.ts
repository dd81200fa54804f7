import type { ClientBase } from 'pg';
import { checkSettings, type Settings } from './settings.ts';

const text = `
  select current_setting('server_version_num')::integer as version,
    current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as "synchronousCommit",
    current_setting('transaction_read_only') as "readOnly",
    set_config('statement_timeout', $1, false),
    set_config('default_transaction_isolation', 'read committed', false)`;

/**
 * Prepares a new connection, and checks what is behind it. Each one is checked: after a fail-over it may be another server.
 *
 * @throws PolyrailError `configuration_invalid`, `ledger_unavailable` while it is read-only
 */
export async function beginSession(client: ClientBase, statementTimeoutMs: number): Promise<void> {
  const { rows } = await client.query<Settings>(text, [String(statementTimeoutMs)]);
  for (const settings of rows) checkSettings(settings);
}
