import {
  type BuriedJob,
  decodeStored,
  encodeStored,
  type JobAnswer,
  type JobOffer,
  type Jobs,
  type LeasedJob,
} from '@polyrail/core/store';
import type { Database, Statement } from './database.ts';
import { indexable } from './indexable.ts';
import { jobStatements } from './job-statements.ts';

interface JobRow {
  readonly record: string;
  readonly run_at_ms: number;
  readonly attempts: number;
}

interface LeasedRow extends JobRow {
  readonly offered_at_ms: number;
  readonly fence: number;
}

interface BuriedRow extends JobRow {
  readonly reason: string;
  readonly buried_at_ms: number;
}

/** The queue in PostgreSQL. */
export function jobs(database: Database, schema: string): Jobs {
  const statements = jobStatements(schema);
  const write = async (statement: Statement, job: LeasedJob, ...values: unknown[]): Promise<JobAnswer> => {
    const rows = await database.run(statement, [indexable(job.id), job.fence, ...values]);
    return rows.length > 0 ? 'written' : 'lost';
  };
  return {
    async due({ limit, untilMs }) {
      const rows = await database.run<JobRow>(statements.due, [untilMs, limit]);
      return rows.map(({ record, run_at_ms: runAtMs }) => ({ ...offerOf(record), runAtMs }));
    },
    async lease({ limit, leaseMs, nowMs, id }) {
      const values = [nowMs, limit, nowMs + leaseMs];
      const rows = await (id === undefined
        ? database.run<LeasedRow>(statements.lease, values)
        : database.run<LeasedRow>(statements.leaseOne, [...values, indexable(id)]));
      return rows.map(leasedJob);
    },
    finish: (job) => write(statements.finish, job),
    postpone: (job, runAtMs, reason) => write(statements.postpone, job, runAtMs, printable(reason)),
    bury: (job, atMs, reason) => write(statements.bury, job, atMs, printable(reason)),
    async buried(limit) {
      const rows = await database.run<BuriedRow>(statements.buried, [limit]);
      return rows.map(buriedJob);
    },
    async revive(id, runAtMs) {
      const rows = await database.run(statements.revive, [indexable(id), runAtMs]);
      return rows.length > 0;
    },
  };
}

/** The parameters that `offer` wants. */
export function offerValues(offers: readonly JobOffer[], nowMs: number): readonly unknown[] {
  return [
    offers.map(({ id }) => indexable(id)),
    offers.map(({ partition }) => indexable(partition)),
    offers.map(({ subject }) => indexable(subject)),
    offers.map(({ runAtMs }) => runAtMs),
    offers.map(encodeStored),
    nowMs,
  ];
}

function leasedJob({ record, run_at_ms, offered_at_ms, attempts, fence }: LeasedRow): LeasedJob {
  return { ...offerOf(record), runAtMs: run_at_ms, offeredAtMs: offered_at_ms, attempts, fence };
}

function buriedJob({ record, run_at_ms, attempts, reason, buried_at_ms }: BuriedRow): BuriedJob {
  return { ...offerOf(record), runAtMs: run_at_ms, attempts, reason, buriedAtMs: buried_at_ms };
}

function offerOf(record: string): JobOffer {
  return decodeStored<JobOffer>(record);
}

/** PostgreSQL takes no NUL character. */
function printable(reason: string): string {
  return reason.replaceAll('\0', '\uFFFD');
}
