import type { Store } from '../ledger/store.ts';

/** What became of the wish to have a job tried again. `not_buried`: it is due already, or was carried out. */
export type Revival = 'revived' | 'not_buried' | 'unknown';

/** Has a job tried again that was given up. Asking twice has the effect of asking once. */
export async function revive(ledger: Store, id: string, nowMs: number): Promise<Revival> {
  if (await ledger.revive(id, nowMs)) return 'revived';
  return (await isKnown(ledger, id)) ? 'not_buried' : 'unknown';
}

/** A job that is not buried cannot be asked for, but the row that it is about can: its id is in that of the job. */
async function isKnown(ledger: Store, id: string): Promise<boolean> {
  const [, kind, subject = ''] = /^(settlement|notification|delivery):(.+)$/s.exec(id) ?? [];
  switch (kind) {
    case 'settlement':
      return (await ledger.operationById(subject)) !== undefined;
    case 'notification':
      return (await ledger.notification(subject)) !== undefined;
    case 'delivery':
      return (await ledger.event(subject.split(':', 1)[0] ?? '')) !== undefined;
    default:
      return false;
  }
}
