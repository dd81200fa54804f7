/** A moment as messages carry it: in UTC, with an offset, because some networks refuse a `Z`. */
export function groupTime(atMs: number): string {
  return headerTime(atMs).replace('Z', '+00:00');
}

/** A moment normalised to UTC, as `CreDt` of the first version of the business application header. */
export function headerTime(atMs: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  return new Date(atMs).toISOString();
}

/** Date and time of a moment in a time zone, as `2026-11-23T08:15:00`. @param timeZone IANA name */
export function localTime(atMs: number, timeZone: string): string {
  const format = formatOf(timeZone);
  return format.format(atMs).replace(' ', 'T');
}

/** The date of a moment in a time zone, as `2026-11-23`. */
export function localDate(atMs: number, timeZone: string): string {
  return localTime(atMs, timeZone).slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making one costs more than a whole message.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format;
}
