import { PolyrailError } from '@polyrail/core/store';

/** What decides whether a server keeps what it has confirmed. */
export interface Settings {
  /** As PostgreSQL counts: 150004 is 15.4. */
  readonly version: number;
  readonly fsync: string;
  readonly synchronousCommit: string;
  /** `on`: a standby, or a server that was told to write nothing. */
  readonly readOnly: string;
}

const oldestVersion = 140_000;

/**
 * Refuses a server, or a session, that could lose what it has confirmed, or that confirms nothing.
 *
 * @throws PolyrailError `configuration_invalid`, `ledger_unavailable` while it is read-only
 */
export function checkSettings({ version, fsync, synchronousCommit, readOnly }: Settings): void {
  if (version < oldestVersion) throw refusal('PostgreSQL 14 or newer is needed');
  if (fsync !== 'on') throw refusal('PostgreSQL runs with fsync=off: a power cut would lose payments');
  if (synchronousCommit === 'off' || synchronousCommit === 'local')
    throw refusal(`the session has synchronous_commit=${synchronousCommit}: a confirmed payment could be lost`);
  // During a fail-over it passes, so it is no mistake of the configuration.
  if (readOnly === 'on') throw new PolyrailError('ledger_unavailable', 'PostgreSQL is read-only there');
}

function refusal(message: string): PolyrailError {
  return new PolyrailError('configuration_invalid', message);
}
