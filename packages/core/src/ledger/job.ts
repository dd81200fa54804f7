/**
 * What a job is for. `settlement`: an operation whose outcome is open. `notification`: a stored notification that is not
 * processed yet. `delivery`: an event of ours that an endpoint of the host has not got yet.
 */
export type JobKind = 'settlement' | 'notification' | 'delivery';

/** A piece of work to be done later, once at a time, and again after a crash. It names a row; the row is the truth. */
export interface JobOffer {
  /** Unique. Offering the same id again changes nothing. */
  readonly id: string;
  readonly kind: JobKind;
  /** The row that it is about. */
  readonly subject: string;
  /** Jobs of one partition run one after the other, in the order in which they were offered. */
  readonly partition: string;
  /** Not before this time, in whole milliseconds since 1970. */
  readonly runAtMs: number;
}

/** A job that is this process's alone until its lease ends. */
export interface LeasedJob extends JobOffer {
  /** How often it was leased, this time included. */
  readonly attempts: number;
  /** Grows with each lease: a process whose lease has ended cannot write any more. */
  readonly fence: number;
  readonly offeredAtMs: number;
}

/** A job that was given up, for a person to look at. */
export interface BuriedJob extends JobOffer {
  readonly attempts: number;
  readonly reason: string;
  readonly buriedAtMs: number;
}

/** `lost`: the lease had ended and another process has the job. Nothing was written. */
export type JobAnswer = 'written' | 'lost';

/** The durable queue: leases with fences on the ledger's own rows. Each method is one atomic, durable step. */
export interface Jobs {
  /** The jobs that may be leased by then, those first that have waited longest. None is taken. */
  due(request: DueRequest): Promise<readonly JobOffer[]>;
  /** Takes due jobs, at most one of each partition. */
  lease(request: LeaseRequest): Promise<readonly LeasedJob[]>;
  finish(job: LeasedJob): Promise<JobAnswer>;
  postpone(job: LeasedJob, runAtMs: number, reason: string): Promise<JobAnswer>;
  /** Gives it up: it runs again only when a person revives it. */
  bury(job: LeasedJob, atMs: number, reason: string): Promise<JobAnswer>;
  buried(limit: number): Promise<readonly BuriedJob[]>;
  /** False when no such job is buried. */
  revive(id: string, runAtMs: number): Promise<boolean>;
}

/** What to lease. */
export interface LeaseRequest {
  readonly limit: number;
  readonly leaseMs: number;
  readonly nowMs: number;
  /** Only this job, if it is due, nobody has it, and it is the oldest of its partition. Default: any job. */
  readonly id?: string;
}

/** What to look at. */
export interface DueRequest {
  readonly limit: number;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}
