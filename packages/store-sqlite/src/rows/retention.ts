import type { PurgeAnswer, PurgeRequest } from '@polyrail/core/store';
import type { Database } from '../database.ts';

/**
 * Removes what is older than every window. A payment with an open operation stays, and so does everything that a job
 * still speaks of, buried jobs included.
 */
export function purge(database: Database, { beforeMs, limit = 500 }: PurgeRequest): PurgeAnswer {
  const old = database.all(
    `select id from payments
     where created_at_ms / 600000 <= ?1 / 600000 and created_at_ms < ?1 and updated_at_ms < ?1 and open = 0
     and not exists (select 1 from operations join jobs on jobs.subject = operations.id where payment_id = payments.id)
     order by created_at_ms / 600000, created_at_ms limit ?2`,
    ...[beforeMs, limit],
  );
  for (const { id } of old) removePayment(database, String(id));
  const notifications = database.run(
    `delete from notifications where seq in (
       select seq from notifications where received_at_ms < ?
       and not exists (select 1 from jobs where subject = notifications.id) order by received_at_ms limit ?)`,
    ...[beforeMs, limit],
  );
  // The subject of a delivery is the event and the endpoint, with a colon between them.
  const events = database.run(
    `delete from events where seq in (
       select seq from events where at_ms < ?
       and not exists (select 1 from jobs where subject between events.id || ':' and events.id || ';')
       order by at_ms limit ?)`,
    ...[beforeMs, limit],
  );
  return { payments: old.length, notifications, events };
}

function removePayment(database: Database, id: string): void {
  database.run(
    'delete from provider_references where operation_id in (select id from operations where payment_id = ?)',
    id,
  );
  database.run('delete from operations where payment_id = ?', id);
  database.run('delete from timeline where payment_id = ?', id);
  database.run('delete from payments where id = ?', id);
}
