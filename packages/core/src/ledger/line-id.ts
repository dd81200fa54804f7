import type { StoredLine } from './stored-line.ts';

/** The id of what a line tells of. Unique in its kind. */
export function lineIdOf(line: StoredLine): string {
  switch (line.kind) {
    case 'payment':
      return line.payment.id;
    case 'notification':
      return line.notification.id;
    case 'event':
      return line.event.id;
    case 'job':
      return line.offer.id;
  }
}
