import type { Statement } from './database.ts';

/** The queue's steps. */
export interface JobStatements {
  readonly due: Statement;
  readonly lease: Statement;
  /** As `lease`, for one job. $4: its id. */
  readonly leaseOne: Statement;
  readonly finish: Statement;
  readonly postpone: Statement;
  readonly bury: Statement;
  readonly buried: Statement;
  readonly revive: Statement;
}

export function jobStatements(s: string): JobStatements {
  return {
    due: {
      name: 'due',
      text: `
        select record, greatest(run_at_ms, lease_until_ms) as run_at_ms from ${s}.jobs job
        where ${isDue(s)} order by job.run_at_ms, seq limit $2`,
    },
    lease: { name: 'lease', text: lease(s) },
    leaseOne: { name: 'lease_one', text: lease(s, 'and id = $4') },
    finish: { name: 'finish', text: `delete from ${s}.jobs where id = $1 and fence = $2 returning 1` },
    postpone: {
      name: 'postpone',
      text: `
        update ${s}.jobs set run_at_ms = $3, reason = $4, lease_until_ms = null
        where id = $1 and fence = $2 returning 1`,
    },
    bury: {
      name: 'bury',
      text: `
        update ${s}.jobs set buried_at_ms = $3, reason = $4, lease_until_ms = null, fence = 0
        where id = $1 and fence = $2 returning 1`,
    },
    buried: {
      name: 'buried',
      text: `
        select record, run_at_ms, attempts, reason, buried_at_ms from ${s}.jobs
        where buried_at_ms is not null order by buried_at_ms, seq limit $1`,
    },
    revive: {
      name: 'revive',
      text: `
        update ${s}.jobs set buried_at_ms = null, reason = null, attempts = 0, seq = default,
          run_at_ms = $2, offered_at_ms = $2
        where id = $1 and buried_at_ms is not null returning 1`,
    },
  };
}

/**
 * Inserts those offers for which `condition` holds. A job that is known, also a buried one, stays as it is.
 *
 * From parameter `first` on: ids, partitions, subjects, times, records, and the time of offering.
 */
export function offer(s: string, condition: string, first: number): string {
  const [ids, partitions, subjects, times, records, now] = [0, 1, 2, 3, 4, 5].map((offset) => `$${first + offset}`);
  return `
    insert into ${s}.jobs (id, partition, subject, run_at_ms, offered_at_ms, record)
    select id, partition, subject, run_at_ms, ${now}::double precision, record
    from unnest(${ids}::text[], ${partitions}::text[], ${subjects}::text[], ${times}::double precision[], ${records}::text[])
      with ordinality as offer (id, partition, subject, run_at_ms, record, n)
    where ${condition}
    order by n
    on conflict (id) do nothing`;
}

/**
 * Takes due jobs: of each partition the oldest one, and none while another one of it is held. Two processes at once skip
 * each other's rows; where both take a job of one partition, the index `jobs_leased` lets one of them start again.
 *
 * $1: now. $2: limit. $3: end of the lease.
 */
function lease(s: string, only = ''): string {
  return `
    with due as (
      select id from ${s}.jobs job
      where ${isDue(s)} ${only}
      order by run_at_ms, seq
      limit $2
      for update skip locked
    ),
    leased as (
      update ${s}.jobs set attempts = attempts + 1, fence = nextval('${s}.fences'), lease_until_ms = $3
      from due where jobs.id = due.id
      returning jobs.seq, record, run_at_ms, offered_at_ms, attempts, fence
    )
    select record, run_at_ms, offered_at_ms, attempts, fence::double precision from leased order by seq`;
}

/** $1: the time. */
function isDue(s: string): string {
  return `
    buried_at_ms is null and run_at_ms <= $1 and (lease_until_ms is null or lease_until_ms <= $1)
    and not exists (
      select from ${s}.jobs held
      where held.partition = job.partition and held.lease_until_ms is not null and held.id <> job.id
    )
    and (
      lease_until_ms is not null
      or not exists (
        select from ${s}.jobs older
        where older.partition = job.partition and older.buried_at_ms is null and older.seq < job.seq
      )
    )`;
}
