import type { Jobs } from './job.ts';
import type { Ledger } from './ledger.ts';
import type { Inbox } from './notification-record.ts';
import type { Outbox } from './outbox-record.ts';
import type { Retention } from './retention.ts';
import type { WakeSignal } from './wake-signal.ts';

/** Everything that survives a restart, in one place, so that a step can touch several of them at once. */
export interface Store extends Ledger, Jobs, Inbox, Outbox, Retention, WakeSignal {
  /** The time of the machine that keeps the records, in milliseconds since 1970. Absent where it is the one that asks. */
  serverTime?(): Promise<number>;
  /** Ends after what was answered for is durable. */
  close(): Promise<void>;
}
