import { decodeStored, encodeStored, type Inbox, type NotificationRecord, notificationJob } from '@polyrail/core/store';
import type { Database } from './database.ts';
import { indexable } from './indexable.ts';
import { offer } from './job-statements.ts';
import { offerValues } from './jobs.ts';

/** The inbox in PostgreSQL. */
export function inbox(database: Database, schema: string, announce: () => void): Inbox {
  const accept = { name: 'accept', text: acceptText(schema) };
  const known = { name: 'known', text: `select id, digest from ${schema}.notifications where id = any ($1::text[])` };
  const read = { name: 'notification', text: `select record from ${schema}.notifications where id = $1` };

  return {
    async accept(records, nowMs) {
      const ids = records.map(({ id }) => indexable(id));
      const stored = await database.run<{ id: string }>(accept, acceptValues(records, ids, nowMs));
      if (stored.length > 0) announce();
      const fresh = new Set(stored.map(({ id }) => id));
      const rows = fresh.size === ids.length ? [] : await database.run<{ id: string; digest: string }>(known, [ids]);
      const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
      return records.map(({ id, digest }) => {
        if (fresh.delete(indexable(id))) return 'new';
        return digests.get(indexable(id)) === digest ? 'duplicate' : 'conflict';
      });
    },

    async notification(id) {
      const [row] = await database.run<{ record: string }>(read, [indexable(id)]);
      return row && decodeStored<NotificationRecord>(row.record);
    },
  };
}

/** $1 to $4: ids, digests, times, records. $5 to $10: the offers. In the order of ids, so that two batches never block each other. */
function acceptText(s: string): string {
  return `
    with stored as (
      insert into ${s}.notifications (id, digest, received_at_ms, record)
      select id, digest, received_at_ms, record
      from unnest($1::text[], $2::text[], $3::double precision[], $4::text[]) with ordinality
        as incoming (id, digest, received_at_ms, record, n) order by id, n
      on conflict (id) do nothing
      returning id
    ),
    offered as (${offer(s, '($1::text[])[n] in (select stored.id from stored)', 5)})
    select id from stored`;
}

function acceptValues(
  records: readonly NotificationRecord[],
  ids: readonly string[],
  nowMs: number,
): readonly unknown[] {
  return [
    ids,
    records.map(({ digest }) => digest),
    records.map(({ receivedAtMs }) => receivedAtMs),
    records.map(encodeStored),
    ...offerValues(
      records.map((record) => notificationJob(record, nowMs)),
      nowMs,
    ),
  ];
}
