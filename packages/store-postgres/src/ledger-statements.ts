import type { Statement } from './database.ts';
import { offer } from './job-statements.ts';

/** The ledger's steps: each is one statement, so each is one transaction and one round trip. */
export interface LedgerStatements {
  readonly open: Statement;
  /** As `open`, and asks what looks alike. */
  readonly openAlike: Statement;
  readonly follow: Statement;
  readonly holder: Statement;
  readonly record: Statement;
  readonly recordWithQueue: Statement;
  readonly operationById: Statement;
  readonly operationByKey: Statement;
  readonly operationByName: Statement;
  readonly interrupted: Statement;
  readonly reviews: Statement;
  readonly paymentsById: Statement;
  readonly forgetLikenesses: Statement;
  readonly payment: Statement;
  readonly operationsOf: Statement;
  readonly timeline: Statement;
}

export function ledgerStatements(s: string): LedgerStatements {
  const paymentOf = `from ${s}.payments where tenant = $1 and id = $2`;
  return {
    open: { name: 'open', text: open(s) },
    openAlike: { name: 'open_alike', text: open(s, likening(s)) },
    follow: {
      name: 'follow',
      text: claim(
        s,
        `select 1 from ${s}.payments where id = $1 and version = $3::integer - 1 for update`,
        `update ${s}.payments
         set version = $3::integer, record = $4, open = $14::boolean, created_at_ms = $15::double precision,
           updated_at_ms = $16::double precision
         from claimed where payments.id = $1`,
      ),
    },
    holder: {
      name: 'holder',
      text: `
        select operations.record as operation, payments.record as payment
        from ${s}.operations join ${s}.payments on payments.id = operations.payment_id
        where operations.tenant = $1 and operations.scope = $2 and operations.idempotency_key = $3`,
    },
    record: { name: 'record', text: record(s) },
    recordWithQueue: { name: 'record_with_queue', text: record(s, queueText(s)) },
    operationById: { name: 'operation_by_id', text: `select record from ${s}.operations where id = $1` },
    operationByKey: {
      name: 'operation_by_key',
      text: `select record from ${s}.operations where tenant = $1 and scope = $2 and idempotency_key = $3`,
    },
    operationByName: {
      name: 'operation_by_name',
      text: `
        select operations.record
        from ${s}.provider_names join ${s}.operations on operations.id = provider_names.operation_id
        where provider = $1 and kind = $2 and value = $3`,
    },
    interrupted: {
      name: 'interrupted',
      text: `
        select record from ${s}.operations where state = 'in_flight' and started_at_ms < $1
        order by started_at_ms, seq limit $2`,
    },
    reviews: {
      name: 'reviews',
      text: `
        select operations.record as operation, payments.record as payment
        from ${s}.operations join ${s}.payments on payments.id = operations.payment_id
        where operations.state = 'review' and operations.id collate "C" > $1
        order by operations.id collate "C" limit $2`,
    },
    paymentsById: { name: 'payments_by_id', text: `select id, record from ${s}.payments where id = any ($1::text[])` },
    forgetLikenesses: { name: 'forget_likenesses', text: `delete from ${s}.likenesses where at_ms < $1` },
    payment: { name: 'payment', text: `select record ${paymentOf}` },
    operationsOf: {
      name: 'operations_of',
      text: `select record from ${s}.operations where payment_id = $1 order by seq`,
    },
    timeline: {
      name: 'timeline',
      text: `select entry from ${s}.timeline where payment_id = (select id ${paymentOf}) order by seq`,
    },
  };
}

function open(s: string, likening?: Likening): string {
  return claim(
    s,
    `select 1 where not exists (select from ${s}.payments where id = $1)`,
    `insert into ${s}.payments (id, tenant, version, record, open, created_at_ms, updated_at_ms)
     select $1, $2, $3::integer, $4, $14::boolean, $15::double precision, $16::double precision from claimed`,
    likening,
  );
}

/**
 * Claims a key. Of two at once the second waits here for the first, and then claims nothing.
 *
 * $1 to $4: the payment's id, tenant, version, record. $5 to $10: the operation's id, scope, key, state, start, record.
 * $11, $12: provider and provider key. $13: the timeline's entry. $14 to $16: whether the payment is open, its times.
 */
function claim(s: string, ready: string, write: string, { also, alike }: Likening = noLikening): string {
  return `
    with ready as (${ready}),
    claimed as (
      insert into ${s}.operations (id, tenant, scope, idempotency_key, payment_id, state, started_at_ms, record)
      select $5, $2, $6, $7, $1, $8, $9::double precision, $10 from ready
      on conflict (tenant, scope, idempotency_key) do nothing
      returning 1
    ),
    written as (${write}),
    named as (
      insert into ${s}.provider_names (provider, kind, value, operation_id) select $11, 'key', $12, $5 from claimed
      on conflict (provider, kind, value) do update set operation_id = excluded.operation_id
    ),
    told as (insert into ${s}.timeline (payment_id, entry) select $1, $13 from claimed)
    ${also}
    select case
      when exists (select from claimed) then 'claimed'
      when exists (select from ready) then 'key_held'
      else 'payment_changed'
    end as answer, ${alike} as alike`;
}

interface Likening {
  readonly also: string;
  readonly alike: string;
}

const noLikening: Likening = { also: '', alike: 'null::text[]' };

/**
 * $17: the likeness. Two claims at once wait here for each other: a look would miss the one that is not confirmed yet.
 * The answer is the ids of the two payments before, the later one first.
 */
function likening(s: string): Likening {
  return {
    also: `,
      likened as (
        insert into ${s}.likenesses as known (likeness, at_ms, payment_id)
        select hashtextextended($2 || E'\\n' || $17, 0), $15::double precision, $1 from claimed
        on conflict (likeness) do update
        set at_ms = excluded.at_ms, payment_id = excluded.payment_id, before_id = known.payment_id,
          earlier_id = known.before_id
        returning before_id, earlier_id
      )`,
    alike: '(select array[before_id, earlier_id] from likened)',
  };
}

/**
 * Records a step, or nothing of it: everything hangs on the write of the payment, which must have the version before.
 *
 * $1 to $3: the payment's id, version, record. $4 to $6: the operation's id, state, record. $7: whether the key is freed.
 * $8, $9: provider and provider key. $10: the provider's reference. $11: the timeline's entries. $12, $13: whether the
 * payment is open, and its time.
 */
function record(s: string, queue: QueueText = noQueue): string {
  return `
    with ${queue.before}
    written as (
      update ${s}.payments
      set version = $2::integer, record = $3, open = $12::boolean, updated_at_ms = $13::double precision
      where id = $1 and version = $2::integer - 1 and ${queue.condition}
      returning 1
    ),
    settled as (
      update ${s}.operations
      set state = $5, record = $6, idempotency_key = case when $7::boolean then null else idempotency_key end
      from written where operations.id = $4
    ),
    named as (
      insert into ${s}.provider_names (provider, kind, value, operation_id) select $8, 'key', $9, $4 from written
      where not exists (
        select from ${s}.provider_names where provider = $8 and kind = 'key' and value = $9 and operation_id = $4
      )
      on conflict (provider, kind, value) do update set operation_id = excluded.operation_id
    ),
    referred as (
      -- A capture is answered with the id of its payment: the first operation keeps the name.
      insert into ${s}.provider_names (provider, kind, value, operation_id)
      select $8, 'reference', $10::text, $4 from written where $10::text is not null
      on conflict (provider, kind, value) do nothing
    ),
    told as (
      insert into ${s}.timeline (payment_id, entry) select $1, line.entry
      from written, unnest($11::text[]) with ordinality as line (entry, n) order by n
    )
    ${queue.after}
    select case
      when exists (select from written) then 'recorded'
      when not exists (select from ${s}.payments where id = $1) then 'payment_unknown'
      when ${queue.condition} or exists (select from ${s}.payments where id = $1 and version <> $2::integer - 1)
        then 'payment_changed'
      else 'job_lost'
    end as answer`;
}

interface QueueText {
  readonly before: string;
  readonly condition: string;
  readonly after: string;
}

/** Most steps do nothing with the queue and the outbox, and pay nothing for it. */
const noQueue: QueueText = { before: '', condition: 'true', after: '' };

/** $14, $15: id and fence of the job that is carried out. $16 to $18: ids, times and records of events. $19 to $24: offers. */
function queueText(s: string): QueueText {
  return {
    before: `held as (select 1 from ${s}.jobs where id = $14::text and fence = $15::bigint for update),`,
    condition: '($14::text is null or exists (select from held))',
    after: `,
      finished as (delete from ${s}.jobs using written where jobs.id = $14::text),
      announced as (
        insert into ${s}.events (id, at_ms, record) select event.id, event.at_ms, event.record
        from written, unnest($16::text[], $17::double precision[], $18::text[]) as event (id, at_ms, record)
        on conflict (id) do nothing
      ),
      offered as (${offer(s, 'exists (select from written)', 19)})`,
  };
}
