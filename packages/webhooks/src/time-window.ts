import { defaultToleranceSeconds } from './verifier-limits.ts';

const digits = { s: /^\d{1,12}$/, ms: /^\d{1,15}$/ } as const;

/** Whole units since 1970 as milliseconds; `undefined` for any other text, such as `1e9`, `0x10` or `+5`. */
export function readUnixTime(text: string, unit: 's' | 'ms' = 's'): number | undefined {
  if (!digits[unit].test(text)) return undefined;
  return unit === 's' ? Number(text) * 1_000 : Number(text);
}

/** Two-sided. False for a time that is not a number. */
export function isInWindow(timeMs: number, nowMs: number, toleranceSeconds: number): boolean {
  const ageMs = nowMs - timeMs;
  return ageMs <= toleranceSeconds * 1_000 && -ageMs <= Math.min(toleranceSeconds, defaultToleranceSeconds) * 1_000;
}
