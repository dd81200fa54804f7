import { defaultToleranceSeconds } from './verifier-limits.ts';

const unixSeconds = /^\d{1,12}$/;

/** Whole seconds since 1970 as milliseconds; `undefined` for any other text, such as `1e9`, `0x10` or `+5`. */
export function readUnixSeconds(text: string): number | undefined {
  return unixSeconds.test(text) ? Number(text) * 1_000 : undefined;
}

/** Two-sided. False for a time that is not a number. */
export function isInWindow(timeMs: number, nowMs: number, toleranceSeconds: number): boolean {
  const ageMs = nowMs - timeMs;
  return ageMs <= toleranceSeconds * 1_000 && -ageMs <= Math.min(toleranceSeconds, defaultToleranceSeconds) * 1_000;
}
