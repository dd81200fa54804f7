/** What a campaign did, and what it found. */
export interface CampaignResult {
  readonly counts: Readonly<Record<string, number | string>>;
  /** What is wrong, by what it breaks. The promise was kept when every list is empty. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
}

/** The middle one, and the one that is bigger than all but a hundredth, rounded to tenths. */
export function quantiles(values: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (sorted[Math.floor(sorted.length * share)] ?? 0)) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}
