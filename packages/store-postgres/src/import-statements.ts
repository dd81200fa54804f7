import type { Statement } from './database.ts';
import { offer } from './job-statements.ts';

/** What a transfer writes. */
export interface ImportStatements {
  /** $1 to $7: ids, tenants, versions, open, times of creation and of the last change, records. */
  readonly payments: Statement;
  /** $1 to $8: ids, tenants, scopes, keys, payments' ids, states, times of the start, records. */
  readonly operations: Statement;
  /** $1 to $4: providers, kinds, values, operations' ids. The latest operation has a key, the first one a reference. */
  readonly names: Statement;
  /** $1, $2: payments' ids, entries. */
  readonly timeline: Statement;
  /** $1 to $4: ids, digests, times, records. */
  readonly notifications: Statement;
  /** $1 to $3: ids, times, records. */
  readonly events: Statement;
  /** $1 to $6: as `offer` takes them. */
  readonly offers: Statement;
  /** $1 to $6: ids, times of offering, attempts, fences, times of burial, reasons. */
  readonly jobs: Statement;
  /** $1: the highest fence. */
  readonly fences: Statement;
}

export function importStatements(s: string): ImportStatements {
  const table = (name: string, columns: Readonly<Record<string, string>>, conflict = ''): Statement => ({
    name: `import_${name}`,
    text: `
      insert into ${s}.${name} (${Object.keys(columns).join(', ')})
      select ${Object.keys(columns).join(', ')}
      from unnest(${Object.values(columns).map((type, n) => `$${n + 1}::${type}[]`)}) with ordinality
        as incoming (${Object.keys(columns).join(', ')}, n) order by n ${conflict}`,
  });
  const [text, time] = ['text', 'double precision'];
  return {
    payments: table('payments', {
      ...{ id: text, tenant: text, version: 'integer', open: 'boolean' },
      ...{ created_at_ms: time, updated_at_ms: time, record: text },
    }),
    operations: table('operations', {
      ...{ id: text, tenant: text, scope: text, idempotency_key: text, payment_id: text, state: text },
      ...{ started_at_ms: time, record: text },
    }),
    names: table(
      'provider_names',
      { provider: text, kind: text, value: text, operation_id: text },
      `on conflict (provider, kind, value) do update set operation_id = excluded.operation_id
       where excluded.kind = 'key'`,
    ),
    timeline: table('timeline', { payment_id: text, entry: text }),
    notifications: table('notifications', { id: text, digest: text, received_at_ms: time, record: text }),
    events: table('events', { id: text, at_ms: time, record: text }),
    offers: { name: 'import_offers', text: offer(s, 'true', 1) },
    jobs: {
      name: 'import_jobs',
      text: `
        update ${s}.jobs
        set offered_at_ms = incoming.offered_at_ms, attempts = incoming.attempts, fence = incoming.fence,
          buried_at_ms = incoming.buried_at_ms, reason = incoming.reason
        from unnest($1::text[], $2::double precision[], $3::integer[], $4::bigint[], $5::double precision[], $6::text[])
          as incoming (id, offered_at_ms, attempts, fence, buried_at_ms, reason)
        where jobs.id = incoming.id`,
    },
    fences: {
      name: 'import_fences',
      text: `select setval('${s}.fences', greatest($1::bigint, last_value)) from ${s}.fences`,
    },
  };
}
