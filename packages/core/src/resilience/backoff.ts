import type { Random } from './random.ts';

/** How long to wait between attempts. */
export interface BackoffSettings {
  /** The bound of the first wait. Default: 100. */
  readonly baseMs: number;
  /** The bound of every wait. Default: 5,000. */
  readonly capMs: number;
}

/**
 * Full jitter: anything from 0 to the bound, which doubles with each attempt.
 *
 * @param attempt the number of attempts made so far, from 1
 * @see {@link https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ Exponential backoff and jitter}
 */
export function fullJitterMs(attempt: number, { baseMs, capMs }: BackoffSettings, random: Random): number {
  return random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}

/** A planned wait, up to a tenth shorter or longer. In whole milliseconds: that is how stores keep times. */
export function jitteredMs(plannedMs: number, random: Random): number {
  return Math.round(plannedMs * (0.9 + random() * 0.2));
}
