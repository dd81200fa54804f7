import { PolyrailError } from '@polyrail/core/store';

/** What decides whether a server keeps what it has confirmed. */
export interface Settings {
  /** As PostgreSQL counts: 150004 is 15.4. */
  readonly version: number;
  readonly fsync: string;
  readonly synchronousCommit: string;
}

const oldestVersion = 140_000;

/**
 * Refuses a server, or a session, that could lose what it has confirmed.
 *
 * @throws PolyrailError `configuration_invalid`
 */
export function checkSettings({ version, fsync, synchronousCommit }: Settings): void {
  if (version < oldestVersion) throw refusal('PostgreSQL 14 or newer is needed');
  if (fsync !== 'on') throw refusal('PostgreSQL runs with fsync=off: a power cut would lose payments');
  if (synchronousCommit === 'off' || synchronousCommit === 'local')
    throw refusal(`the session has synchronous_commit=${synchronousCommit}: a confirmed payment could be lost`);
}

function refusal(message: string): PolyrailError {
  return new PolyrailError('configuration_invalid', message);
}
