import type {
  BuriedJob,
  DueRequest,
  JobAnswer,
  JobKind,
  JobOffer,
  LeasedJob,
  LeaseRequest,
  StoredJob,
} from '@polyrail/core/store';
import type { Database } from '../database.ts';
import type { Row } from '../driver/driver.ts';

const heads = 'select * from jobs where head = 1 and due_at_ms <= ? order by due_at_ms, seq limit ?';

/**
 * The queue as rows. Of each partition the oldest job is the `head`, and only heads are leased. A job that is leased is
 * due again when its lease ends. A buried job keeps its row and its fence, and is no head.
 */
export class JobRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  offer({ id, kind, subject, partition, runAtMs }: JobOffer, nowMs: number): void {
    this.#database.run(
      `insert into jobs
         (id, kind, subject, partition, head, run_at_ms, due_at_ms, offered_at_ms, attempts, fence)
       values (?1, ?2, ?3, ?4, not exists (select 1 from jobs where partition = ?4 and buried_at_ms is null), ?5, ?5, ?6, 0, 0)
       on conflict (id) do nothing`,
      ...[id, kind, subject, partition, runAtMs, nowMs],
    );
  }

  /** True while nobody else has the job. */
  holds({ id, fence }: LeasedJob): boolean {
    const found = this.#database.get(
      'select 1 from jobs where id = ? and fence = ? and buried_at_ms is null',
      id,
      fence,
    );
    return found !== undefined;
  }

  due({ limit, untilMs }: DueRequest): readonly JobOffer[] {
    const due = this.#database.all(heads, untilMs, limit);
    return due.map((row) => ({ ...offerOf(row), runAtMs: Number(row['due_at_ms']) }));
  }

  lease({ limit, leaseMs, nowMs, id }: LeaseRequest): readonly LeasedJob[] {
    const due =
      id === undefined
        ? this.#database.all(heads, nowMs, limit)
        : this.#database.all('select * from jobs where id = ? and head = 1 and due_at_ms <= ?', id, nowMs);
    return due.map((row) => {
      this.#database.run(
        'update jobs set attempts = attempts + 1, fence = fence + 1, due_at_ms = ? where seq = ?',
        ...[nowMs + leaseMs, Number(row['seq'])],
      );
      const { fence, attempts, offered_at_ms: offeredAtMs } = row;
      return {
        ...offerOf(row),
        attempts: Number(attempts) + 1,
        fence: Number(fence) + 1,
        offeredAtMs: Number(offeredAtMs),
      };
    });
  }

  finish(job: LeasedJob): JobAnswer {
    if (!this.holds(job)) return 'lost';
    this.#database.run('delete from jobs where id = ?', job.id);
    this.#promote(job.partition);
    return 'written';
  }

  postpone(job: LeasedJob, runAtMs: number, reason: string): JobAnswer {
    if (!this.holds(job)) return 'lost';
    this.#database.run(
      'update jobs set run_at_ms = ?1, due_at_ms = ?1, reason = ?2 where id = ?3',
      ...[runAtMs, reason, job.id],
    );
    return 'written';
  }

  bury(job: LeasedJob, atMs: number, reason: string): JobAnswer {
    if (!this.holds(job)) return 'lost';
    this.#database.run(
      'update jobs set head = 0, buried_at_ms = ?, reason = ? where id = ?',
      ...[atMs, reason, job.id],
    );
    this.#promote(job.partition);
    return 'written';
  }

  buried(limit: number): readonly BuriedJob[] {
    const rows = this.#database.all(
      'select * from jobs where buried_at_ms is not null order by buried_at_ms, seq limit ?',
      limit,
    );
    return rows.map((row) => ({
      ...offerOf(row),
      attempts: Number(row['attempts']),
      reason: String(row['reason']),
      buriedAtMs: Number(row['buried_at_ms']),
    }));
  }

  /** It starts afresh at the end of its partition. Its fence stays, so that no holder from before gets in. */
  revive(id: string, runAtMs: number): boolean {
    const revived = this.#database.run(
      `update jobs
       set seq = (select max(seq) + 1 from jobs), attempts = 0, fence = fence + 1, buried_at_ms = null, reason = null,
           run_at_ms = ?1, due_at_ms = ?1, offered_at_ms = ?1
       where id = ?2 and buried_at_ms is not null`,
      ...[runAtMs, id],
    );
    if (revived === 0) return false;
    this.#promote(String(this.#database.get('select partition from jobs where id = ?', id)?.['partition']));
    return true;
  }

  /** A job as it is written to another store. */
  export(row: Row): StoredJob {
    const { offered_at_ms: offeredAtMs, attempts, fence, buried_at_ms: buriedAtMs, reason } = row;
    return {
      kind: 'job',
      offer: offerOf(row),
      offeredAtMs: Number(offeredAtMs),
      attempts: Number(attempts),
      fence: Number(fence),
      ...(buriedAtMs !== null && { buried: { atMs: Number(buriedAtMs), reason: String(reason) } }),
    };
  }

  /** Writes a job of another store. */
  import({ offer, offeredAtMs, attempts, fence, buried }: StoredJob): void {
    this.offer(offer, offeredAtMs);
    this.#database.run('update jobs set attempts = ?, fence = ? where id = ?', attempts, fence, offer.id);
    if (buried === undefined) return;
    this.#database.run(
      'update jobs set head = 0, buried_at_ms = ?, reason = ? where id = ?',
      ...[buried.atMs, buried.reason, offer.id],
    );
  }

  /** Makes the oldest job of a partition its head. */
  #promote(partition: string): void {
    this.#database.run(
      `update jobs set head = 1
       where seq = (select min(seq) from jobs where partition = ? and buried_at_ms is null) and head = 0`,
      partition,
    );
  }
}

function offerOf(row: Row): JobOffer {
  return {
    id: String(row['id']),
    kind: row['kind'] as JobKind,
    subject: String(row['subject']),
    partition: String(row['partition']),
    runAtMs: Number(row['run_at_ms']),
  };
}
