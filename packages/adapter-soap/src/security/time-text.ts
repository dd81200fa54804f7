/** A point in time as XML Schema writes it, in UTC. */
export function timeText(atMs: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  return new Date(atMs).toISOString();
}

/** Milliseconds since 1970 of a time as a certificate or {@link timeText} writes it; `NaN` for none. */
export function parseTime(text: string): number {
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  return Date.parse(text);
}
