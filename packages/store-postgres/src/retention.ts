import type { Retention } from '@polyrail/core/store';
import type { Database } from './database.ts';

/** Forgets what is older than every window, in PostgreSQL. */
export function retention(database: Database, schema: string): Retention {
  const statement = { name: 'purge', text: purgeText(schema) };
  return {
    async purge({ beforeMs, limit = 500 }) {
      const [gone] = await database.run<Gone>(statement, [beforeMs, limit]);
      const { payments = 0, notifications = 0, events = 0 } = gone ?? {};
      return { payments, notifications, events };
    },
  };
}

type Gone = { readonly payments: number; readonly notifications: number; readonly events: number };

/**
 * $1: the time before which everything may go. $2: limit. What another process is just changing is left for later.
 * The subject of a delivery is the event and the endpoint, with a colon between them.
 */
function purgeText(s: string): string {
  return `
    with old_payments as (
      select id from ${s}.payments
      where created_at_ms < $1 and updated_at_ms < $1 and not open and not exists (
        select from ${s}.operations join ${s}.jobs on jobs.subject = operations.id where payment_id = payments.id
      )
      order by created_at_ms limit $2 for update skip locked
    ),
    payments as (delete from ${s}.payments using old_payments old where payments.id = old.id returning 1),
    operations as (
      delete from ${s}.operations using old_payments old where payment_id = old.id returning operations.id
    ),
    names as (delete from ${s}.provider_names using operations where operation_id = operations.id),
    timeline as (delete from ${s}.timeline using old_payments old where payment_id = old.id),
    old_notifications as (
      select id from ${s}.notifications
      where received_at_ms < $1 and not exists (select from ${s}.jobs where subject = notifications.id)
      order by received_at_ms limit $2 for update skip locked
    ),
    notifications as (
      delete from ${s}.notifications using old_notifications old where notifications.id = old.id returning 1
    ),
    old_events as (
      select id from ${s}.events
      where at_ms < $1 and not exists (
        select from ${s}.jobs where subject between events.id || ':' and events.id || ';'
      )
      order by at_ms limit $2 for update skip locked
    ),
    events as (delete from ${s}.events using old_events old where events.id = old.id returning 1)
    select (select count(*) from payments)::integer as payments,
      (select count(*) from notifications)::integer as notifications,
      (select count(*) from events)::integer as events`;
}
