import type { Clock } from './clock.ts';

// The longest delay that Node's timers take; a longer one would fire at once.
const maxDelayMs = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(delayMs, maxDelayMs));
    return () => clearTimeout(timer);
  },
};
