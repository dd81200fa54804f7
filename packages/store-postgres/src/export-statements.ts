import type { StoredLine } from '@polyrail/core/store';
import type { Statement } from './database.ts';

/** What a transfer reads. */
export interface ExportStatements {
  /** By kind, payments and jobs oldest first. $1: the mark of the last one that was read. $2: limit. */
  readonly page: Readonly<Record<StoredLine['kind'], Statement>>;
  /** By kind. $1: ids. */
  readonly found: Readonly<Record<StoredLine['kind'], Statement>>;
  /** The operations on payments. $1: the payments' ids. */
  readonly operations: Statement;
  /** What happened to payments. $1: the payments' ids. */
  readonly timeline: Statement;
}

/** The first marks. */
export const beforeAll: Readonly<Record<StoredLine['kind'], string>> = {
  payment: '-infinity ',
  notification: '',
  event: '',
  job: '0',
};

const timeAndId = `split_part($1, ' ', 1)::double precision, substr($1, strpos($1, ' ') + 1)`;

export function exportStatements(s: string): ExportStatements {
  const jobColumns = 'record, run_at_ms, offered_at_ms, attempts, fence::double precision, buried_at_ms, reason';
  const columns = { payment: 'record', notification: 'record', event: 'record', job: jobColumns };
  const page = (kind: keyof typeof columns, mark: string, after: string, order: string): Statement => ({
    name: `export_${kind}s`,
    text: `
      select id, ${mark} as mark, ${columns[kind]} from ${s}.${kind}s
      where (${order}) > (${after}) order by ${order} limit $2`,
  });
  const found = (kind: keyof typeof columns): Statement => ({
    name: `found_${kind}s`,
    text: `select id, ${columns[kind]} from ${s}.${kind}s where id = any ($1::text[])`,
  });
  return {
    page: {
      payment: page('payment', "created_at_ms || ' ' || id", timeAndId, 'created_at_ms, id'),
      notification: page('notification', 'id', '$1', 'id'),
      event: page('event', 'id', '$1', 'id'),
      job: page('job', 'seq::text', '$1::bigint', 'seq'),
    },
    found: {
      payment: found('payment'),
      notification: found('notification'),
      event: found('event'),
      job: found('job'),
    },
    operations: {
      name: 'export_operations',
      text: `
        select payment_id, record, idempotency_key is not null as holds_key, array(
          select value from ${s}.provider_names
          where operation_id = operations.id and kind = 'reference' order by value
        ) as "references"
        from ${s}.operations where payment_id = any ($1::text[]) order by payment_id, seq`,
    },
    timeline: {
      name: 'export_timeline',
      text: `select payment_id, entry from ${s}.timeline where payment_id = any ($1::text[]) order by payment_id, seq`,
    },
  };
}
