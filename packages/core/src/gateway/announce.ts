import type { JobOffer } from '../ledger/job.ts';
import type { OutboxRecord } from '../ledger/outbox-record.ts';
import type { Payment } from '../model/payment.ts';

/** What the host's endpoints are told about a change of a payment: recorded with the change itself. */
export interface Announcement {
  readonly events: readonly OutboxRecord[];
  readonly offers: readonly JobOffer[];
}

/** Makes the announcement of a change. */
export type Announcer = (payment: Payment, atMs: number) => Announcement;

const nothing: Announcement = { events: [], offers: [] };

/** Tells nobody: there are no endpoints. */
export const announceNothing: Announcer = () => nothing;
