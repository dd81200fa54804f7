import { MessageRefusal } from './message-refusal.ts';

/** Reads an ISODateTime; one without an offset counts as UTC. Throws MessageRefusal. */
export function messageTime(text: string): number {
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(text);
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(hasOffset ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new MessageRefusal('SYNTAX', 'CreDt');
  return time;
}

/** An instant as ISODateTime in UTC. */
export function isoDateTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** The day of an instant in UTC, as ISODate. */
export function isoDate(epochMs: number): string {
  return isoDateTime(epochMs).slice(0, 10);
}
