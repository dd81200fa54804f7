import { PolyrailError } from '../model/error.ts';
import type { PurgeAnswer, Retention } from './retention.ts';

/** How long to keep what is finished. */
export interface PurgePolicy {
  /** In milliseconds; at least 45 days, which is longer than any window. */
  readonly keepMs: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** Keys of providers live 31 days at most, and no sender repeats a notification after 30. */
const shortestKeepMs = 45 * 86_400_000;
const limit = 500;

/**
 * Forgets all that is finished and older than every window, in small steps between which payments go on.
 *
 * @returns how many went
 * @throws PolyrailError `configuration_invalid` for less than 45 days, `ledger_unavailable`
 */
export async function purgeStore(store: Retention, { keepMs, nowMs }: PurgePolicy): Promise<PurgeAnswer> {
  if (!(keepMs >= shortestKeepMs)) throw new PolyrailError('configuration_invalid', 'keepMs must be 45 days or more');
  let total: PurgeAnswer = { payments: 0, notifications: 0, events: 0 };
  for (;;) {
    const { payments, notifications, events } = await store.purge({ beforeMs: nowMs - keepMs, limit });
    total = {
      payments: total.payments + payments,
      notifications: total.notifications + notifications,
      events: total.events + events,
    };
    if (Math.max(payments, notifications, events) < limit) return total;
  }
}
