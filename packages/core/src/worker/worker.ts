import type { BuriedJob, JobKind, Jobs, LeasedJob } from '../ledger/job.ts';
import { PolyrailError } from '../model/error.ts';
import type { Clock } from '../provider/clock.ts';
import { jitteredMs } from '../resilience/backoff.ts';
import type { Random } from '../resilience/random.ts';

/** What became of a job. `carried_out`: it was finished together with the step that it caused. */
export type JobVerdict =
  | { readonly kind: 'carried_out' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'postponed'; readonly runAtMs: number; readonly reason: string }
  | { readonly kind: 'buried'; readonly reason: string };

/**
 * Carries out jobs of one kind. What it throws postpones the job, and after the last try buries it.
 *
 * @param untilMs when it has to be done with the outside: a little before its lease ends
 */
export type Work = (job: LeasedJob, untilMs: number) => Promise<JobVerdict>;

/** What a worker is made of. */
export interface WorkerOptions {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly random: Random;
  readonly works: Readonly<Record<JobKind, Work>>;
  /** Runs now and then, and first: takes over what dead processes left behind. */
  sweep(): Promise<void>;
  /** Hears of each job that was given up. */
  onBuried(job: BuriedJob): void;
  /** Hears of errors of the store. */
  onTrouble(message: string): void;
  /** How long a job is this process's alone. Default: 60,000. */
  readonly leaseMs?: number;
  /** Jobs that are carried out side by side. Default: 16. */
  readonly concurrency?: number;
  /** Time between two looks for due jobs. Default: 1,000. */
  readonly pollMs?: number;
  /** Time between two sweeps. Default: 30,000. */
  readonly sweepMs?: number;
}

/** Time to the next try of a job that failed; after the last one it is buried. */
const retryStepsMs: readonly number[] = [5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 21_600_000, 86_400_000];

/**
 * Carries out due jobs: by itself when started, or when told to. A slow job holds up only its own place. Any number of
 * workers may share one store.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #atWork = new Set<Promise<void>>();
  #draining: Promise<number> | undefined;
  #cancel: (() => void) | undefined;
  #sweptAtMs = Number.NEGATIVE_INFINITY;
  #state: 'idle' | 'started' | 'stopped' = 'idle';
  /** There may be something new to do. */
  #rung = false;
  #answerBell: () => void = () => undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** @returns false once it was stopped: a process that is told to end while it starts stops first */
  start(): boolean {
    if (this.#state === 'stopped') return false;
    if (this.#state === 'idle') {
      this.#state = 'started';
      this.wake();
    }
    return true;
  }

  /** Looks for due jobs now instead of at the next look. */
  wake(): void {
    if (this.#state !== 'started') return;
    this.#cancel?.();
    this.#cancel = this.#options.clock.schedule(this.#options.pollMs ?? 1_000, () => this.wake());
    void this.drain();
  }

  /** Starts no more jobs; resolves when those at work have ended. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#cancel?.();
    this.#ring();
    await this.#draining;
    await Promise.all(this.#atWork);
  }

  /** Carries out everything that is due. @returns how many jobs were carried out */
  drain(): Promise<number> {
    this.#ring();
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  /** Carries out one job, unless it is not due or somebody has it. For a task engine. @returns whether it did */
  async carryOut(id: string): Promise<boolean> {
    const { jobs, clock, leaseMs = 60_000 } = this.#options;
    if (this.#state === 'stopped') return false;
    const nowMs = clock.now();
    const [job] = await jobs.lease({ limit: 1, leaseMs, nowMs, id });
    if (job === undefined) return false;
    const work = this.#carryOut(job, workEndMs(nowMs, leaseMs)).finally(() => this.#atWork.delete(work));
    this.#atWork.add(work);
    await work;
    return true;
  }

  #ring(): void {
    this.#rung = true;
    this.#answerBell();
  }

  async #drain(): Promise<number> {
    let count = 0;
    let mayBeMore = true;
    try {
      while (this.#state !== 'stopped') {
        await this.#sweepWhenDue();
        if (this.#rung || this.#atWork.size === 0 || (mayBeMore && this.#halfFree())) {
          this.#rung = false;
          const free = this.#concurrency - this.#atWork.size;
          const started = free === 0 ? 0 : await this.#startJobs(free);
          mayBeMore = started === free;
          count += started;
          if (this.#atWork.size === 0) return count;
        }
        await this.#somethingHappens();
      }
    } catch (error) {
      // Nothing is lost: what was leased becomes due again.
      this.#options.onTrouble(storeIsAway(error));
    }
    return count;
  }

  get #concurrency(): number {
    return this.#options.concurrency ?? 16;
  }

  /** Many jobs in one lease cost the store less than one by one. */
  #halfFree(): boolean {
    return this.#atWork.size * 2 <= this.#concurrency;
  }

  async #startJobs(limit: number): Promise<number> {
    const { jobs, clock, leaseMs = 60_000, onTrouble } = this.#options;
    const nowMs = clock.now();
    const leased = await jobs.lease({ limit, leaseMs, nowMs });
    for (const job of leased) {
      const work = this.#carryOut(job, workEndMs(nowMs, leaseMs))
        .catch((error: unknown) => onTrouble(storeIsAway(error)))
        .finally(() => this.#atWork.delete(work));
      this.#atWork.add(work);
    }
    return leased.length;
  }

  /** Resolves when a job has ended, or the bell was rung. */
  async #somethingHappens(): Promise<void> {
    const bell = new Promise<void>((resolve) => {
      this.#answerBell = resolve;
    });
    if (!this.#rung) await Promise.race([bell, ...this.#atWork]);
  }

  async #sweepWhenDue(): Promise<void> {
    const { clock, sweepMs = 30_000, sweep } = this.#options;
    const sinceMs = clock.now() - this.#sweptAtMs;
    // Below zero: the clock has stepped back.
    if (sinceMs >= 0 && sinceMs < sweepMs) return;
    await sweep();
    this.#sweptAtMs = clock.now();
  }

  async #carryOut(job: LeasedJob, untilMs: number): Promise<void> {
    const { jobs, works } = this.#options;
    const verdict = await works[job.kind](job, untilMs).catch(() => this.#afterFailure(job));
    switch (verdict.kind) {
      case 'carried_out':
        return;
      case 'finished':
        await jobs.finish(job);
        return;
      case 'postponed':
        await jobs.postpone(job, verdict.runAtMs, verdict.reason);
        return;
      case 'buried':
        await this.#bury(job, verdict.reason);
    }
  }

  async #bury(job: LeasedJob, reason: string): Promise<void> {
    const { jobs, clock, onBuried } = this.#options;
    const buriedAtMs = clock.now();
    if ((await jobs.bury(job, buriedAtMs, reason)) === 'lost') return;
    const { id, kind, subject, partition, runAtMs, attempts } = job;
    onBuried({ id, kind, subject, partition, runAtMs, attempts, reason, buriedAtMs });
  }

  #afterFailure(job: LeasedJob): JobVerdict {
    const { clock, random } = this.#options;
    const stepMs = retryStepsMs[job.attempts - 1];
    if (stepMs === undefined) return { kind: 'buried', reason: `it failed ${job.attempts} times` };
    return { kind: 'postponed', runAtMs: clock.now() + jitteredMs(stepMs, random), reason: 'it failed' };
  }
}

/** What is left of a lease is for the store, and for the clocks of processes that differ. */
function workEndMs(leasedAtMs: number, leaseMs: number): number {
  return leasedAtMs + leaseMs * 0.75;
}

/** A store's own error is quiet; any other may hold what is none of the log's business. */
function storeIsAway(error: unknown): string {
  return `the store does not answer; jobs wait${PolyrailError.is(error) ? ` (${error.message})` : ''}`;
}
