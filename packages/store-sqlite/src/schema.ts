/** The steps from an empty file to the schema of now. A step that was released never changes: add another one. */
export const migrations: readonly string[] = [
  `
  create table payments (
    id text primary key,
    tenant text not null,
    version integer not null,
    open integer not null,
    created_at_ms integer not null,
    updated_at_ms integer not null,
    likeness integer,
    record text not null
  ) strict;
  -- Groups of ten minutes: what looks alike is searched in two of them, and new rows go to the end.
  create index payments_by_age on payments (created_at_ms / 600000, likeness);

  create table operations (
    seq integer primary key,
    id text not null unique,
    payment_id text not null,
    tenant text not null,
    scope text not null,
    idempotency_key text not null,
    holds_key integer not null,
    provider text not null,
    provider_key text not null,
    state text not null,
    started_at_ms integer not null,
    record text not null
  ) strict;
  create unique index operations_by_key on operations (idempotency_key, tenant, scope) where holds_key = 1;
  create index operations_by_payment on operations (payment_id);
  create index operations_by_provider_key on operations (provider_key, provider);
  create index operations_in_flight on operations (started_at_ms) where state = 'in_flight';

  create table provider_references (
    reference text not null,
    provider text not null,
    operation_id text not null,
    primary key (reference, provider)
  ) strict, without rowid;
  create index provider_references_by_operation on provider_references (operation_id);

  create table timeline (
    payment_id text not null,
    version integer not null,
    position integer not null,
    entry text not null,
    primary key (payment_id, version, position)
  ) strict, without rowid;

  create table jobs (
    seq integer primary key,
    id text not null unique,
    kind text not null,
    subject text not null,
    partition text not null,
    head integer not null,
    run_at_ms integer not null,
    due_at_ms integer not null,
    offered_at_ms integer not null,
    attempts integer not null,
    fence integer not null,
    buried_at_ms integer,
    reason text
  ) strict;
  create unique index jobs_one_head on jobs (partition) where head = 1;
  create index jobs_due on jobs (due_at_ms, seq) where head = 1;
  create index jobs_in_order on jobs (partition, seq) where buried_at_ms is null;
  create index jobs_by_subject on jobs (subject);
  create index jobs_buried on jobs (buried_at_ms) where buried_at_ms is not null;

  create table notifications (
    seq integer primary key,
    id text not null unique,
    digest text not null,
    received_at_ms integer not null,
    record text not null
  ) strict;
  create index notifications_by_age on notifications (received_at_ms);

  create table events (
    seq integer primary key,
    id text not null unique,
    at_ms integer not null,
    record text not null
  ) strict;
  create index events_by_age on events (at_ms);
  `,
  `create index operations_in_review on operations (id) where state = 'review'`,
];
