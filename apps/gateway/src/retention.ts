import { type Clock, purgeStore, type Retention, systemClock } from '@polyrail/core';
import type { FastifyBaseLogger } from 'fastify';

/** What is forgotten, and how it is told. */
export interface RetentionOptions {
  readonly store: Retention;
  /** In milliseconds; at least 45 days. */
  readonly keepMs: number;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'error'>;
  /** Default: the machine's. */
  readonly clock?: Clock;
}

const everyMs = 6 * 3_600_000;

/** Forgets what is finished and old, now and every six hours. Safe in any number of processes. @returns a function that ends it */
export function startRetention({ store, keepMs, log, clock = systemClock }: RetentionOptions): () => void {
  let cancel: () => void = () => undefined;
  let stopped = false;
  async function forget(): Promise<void> {
    try {
      const gone = await purgeStore(store, { keepMs, nowMs: clock.now() });
      if (gone.payments + gone.notifications + gone.events > 0)
        log.info(gone, 'forgot what is older than every window');
    } catch (err) {
      // A store that was closed in the middle is no fault.
      if (!stopped) log.error({ err }, 'nothing was forgotten; it is tried again');
    }
    if (!stopped) cancel = clock.schedule(everyMs, () => void forget());
  }
  void forget();
  return () => {
    stopped = true;
    cancel();
  };
}
