/**
 * The tables, as the steps that lead to them. A step is never changed once it is released; new ones are added.
 *
 * Records are JSON text beside the columns that statements look at. `jsonb` would refuse `\u0000` and costs more.
 * Times are milliseconds since 1970 and may have a fraction.
 */
export function migrations(schema: string): readonly string[] {
  return [
    initial(schema),
    `create index operations_in_review on ${schema}.operations (id collate "C") where state = 'review'`,
  ];
}

function initial(s: string): string {
  return `
    create table ${s}.payments (
      id text primary key,
      tenant text not null,
      version integer not null,
      open boolean not null,
      created_at_ms double precision not null,
      updated_at_ms double precision not null,
      record text not null
    );
    create index payments_by_age on ${s}.payments (created_at_ms, id);

    -- The three latest payments that look alike. Only those of the last minutes matter: the table stays small.
    create table ${s}.likenesses (
      likeness bigint primary key,
      at_ms double precision not null,
      payment_id text not null,
      before_id text,
      earlier_id text
    );

    create table ${s}.operations (
      id text primary key,
      seq bigint generated always as identity,
      tenant text not null,
      scope text not null,
      idempotency_key text, -- null once the key is free again
      payment_id text not null,
      state text not null,
      started_at_ms double precision not null,
      record text not null
    );
    create unique index operations_by_key on ${s}.operations (tenant, scope, idempotency_key);
    create index operations_by_payment on ${s}.operations (payment_id, seq);
    create index operations_in_flight on ${s}.operations (started_at_ms) where state = 'in_flight';

    create table ${s}.provider_names (
      provider text not null,
      kind text not null, -- 'key': given by us; 'reference': given by the provider
      value text not null,
      operation_id text not null,
      primary key (provider, kind, value)
    );
    create index provider_names_by_operation on ${s}.provider_names (operation_id);

    create table ${s}.timeline (
      payment_id text not null,
      seq bigint generated always as identity,
      entry text not null,
      primary key (payment_id, seq)
    );

    create table ${s}.notifications (
      id text primary key,
      digest text not null,
      received_at_ms double precision not null,
      record text not null
    );
    create index notifications_by_age on ${s}.notifications (received_at_ms);

    create table ${s}.events (
      id text primary key,
      at_ms double precision not null,
      record text not null
    );
    create index events_by_age on ${s}.events (at_ms);

    create table ${s}.jobs (
      id text primary key,
      seq bigint generated always as identity,
      partition text not null,
      subject text collate "C" not null,
      run_at_ms double precision not null,
      offered_at_ms double precision not null,
      record text not null,
      attempts integer not null default 0,
      fence bigint not null default 0,
      lease_until_ms double precision, -- null: nobody has it
      buried_at_ms double precision,   -- null: it is alive
      reason text
    );
    create index jobs_due on ${s}.jobs (run_at_ms, seq) where buried_at_ms is null;
    create index jobs_in_order on ${s}.jobs (partition, seq) where buried_at_ms is null;
    create unique index jobs_leased on ${s}.jobs (partition) where lease_until_ms is not null;
    create index jobs_by_subject on ${s}.jobs (subject);
    create index jobs_buried on ${s}.jobs (buried_at_ms, seq) where buried_at_ms is not null;

    -- One for all jobs: no two leases ever have the same fence.
    create sequence ${s}.fences;
  `;
}
