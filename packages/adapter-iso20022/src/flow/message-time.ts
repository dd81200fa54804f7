import type { NetworkProfile } from '../profile/network-profile.ts';

type Timed = Pick<NetworkProfile, 'times' | 'identifiers'>;

/** A moment as documents of a network carry it. */
export function messageTime({ times = 'offset', identifiers }: Timed, atMs: number): string {
  switch (times) {
    case 'offset':
      return `${utc(atMs).slice(0, -1)}+00:00`;
    case 'utc':
      return utc(atMs);
    case 'local':
      return localTime(atMs, identifiers.timeZone);
  }
}

/** A moment as `CreDt` of the first version of the header, whose schema demands a `Z` even where the time is a local one. */
export function normalisedTime(profile: Timed, atMs: number): string {
  return profile.times === 'local' ? `${messageTime(profile, atMs)}Z` : utc(atMs);
}

/** Date and time of a moment in a time zone, as `2026-11-23T08:15:00`. @param timeZone IANA name */
export function localTime(atMs: number, timeZone: string): string {
  return local(atMs + offsetMs(atMs, timeZone)).slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}

/** The date of a moment in a time zone, as `2026-11-23`. */
export function localDate(atMs: number, timeZone: string): string {
  return localTime(atMs, timeZone).slice(0, 'yyyy-mm-dd'.length);
}

/** A message says its time in several places: the last one is kept. */
function timeWriter(): (atMs: number) => string {
  let last = { atMs: Number.NaN, text: '' };
  return (atMs) => {
    // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
    if (last.atMs !== atMs) last = { atMs, text: new Date(atMs).toISOString() };
    return last.text;
  };
}

const utc = timeWriter();
const local = timeWriter();

/** What was found out about a time zone last. */
interface KnownOffset {
  readonly format: Intl.DateTimeFormat;
  readonly quarter: number;
  readonly offsetMs: number;
}

const quarterMs = 15 * 60_000;
const known = new Map<string, KnownOffset>();

/** Zones change their offset at quarters of an hour, and finding it out costs a tenth of a message. */
function offsetMs(atMs: number, timeZone: string): number {
  const quarter = Math.floor(atMs / quarterMs);
  const last = known.get(timeZone);
  if (last?.quarter === quarter) return last.offsetMs;
  // Swedish writes dates as ISO 8601 does.
  const format =
    last?.format ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const startMs = quarter * quarterMs;
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  const found = Date.parse(`${format.format(startMs).replace(' ', 'T')}Z`) - startMs;
  known.set(timeZone, { format, quarter, offsetMs: found });
  return found;
}
