import type { Clock } from '@polyrail/core/provider';

/** Longest delay that the timers of Node take; a longer one would fire at once. */
const maxDelayMs = 2 ** 31 - 1;

/** The system's time and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(delayMs, maxDelayMs));
    return () => clearTimeout(timer);
  },
};
