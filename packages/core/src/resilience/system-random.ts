import type { Random } from './random.ts';

/** The machine's own randomness; good for jitter, not for keys. */
export const systemRandom: Random = Math.random;
