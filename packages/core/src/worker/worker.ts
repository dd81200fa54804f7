import type { JobKind, Jobs, LeasedJob } from '../ledger/job.ts';
import type { Clock } from '../provider/clock.ts';
import type { Random } from '../resilience/random.ts';

/** What became of a job. `carried_out`: it was finished together with the step that it caused. */
export type JobVerdict =
  | { readonly kind: 'carried_out' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'postponed'; readonly runAtMs: number; readonly reason: string }
  | { readonly kind: 'buried'; readonly reason: string };

/** Carries out jobs of one kind. What it throws postpones the job, and after the last try buries it. */
export type Work = (job: LeasedJob) => Promise<JobVerdict>;

/** What a worker is made of. */
export interface WorkerOptions {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly random: Random;
  readonly works: Readonly<Record<JobKind, Work>>;
  /** Runs now and then, and first: takes over what dead processes left behind. */
  sweep(): Promise<void>;
  /** Hears of jobs that were given up and of errors of the store. */
  onTrouble(message: string): void;
  /** How long a job is this process's alone. Longer than any call to a provider. Default: 60,000. */
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

/** Carries out due jobs: by itself when started, or when told to. Any number of workers may share one store. */
export class Worker {
  readonly #options: WorkerOptions;
  #cancel: (() => void) | undefined;
  #running: Promise<number> | undefined;
  #sweptAtMs = Number.NEGATIVE_INFINITY;
  #started = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.wake();
  }

  /** Looks for due jobs now instead of at the next look. */
  wake(): void {
    if (!this.#started) return;
    this.#cancel?.();
    this.#cancel = undefined;
    void this.drain().then(() => this.#sleep());
  }

  /** Starts no more jobs; resolves when those at work have ended. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancel?.();
    await this.#running;
  }

  /** Carries out everything that is due. @returns how many jobs were carried out */
  drain(): Promise<number> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  #sleep(): void {
    if (!this.#started || this.#cancel !== undefined) return;
    this.#cancel = this.#options.clock.schedule(this.#options.pollMs ?? 1_000, () => {
      this.#cancel = undefined;
      this.wake();
    });
  }

  async #drain(): Promise<number> {
    const { jobs, clock, leaseMs = 60_000, concurrency = 16, onTrouble } = this.#options;
    let count = 0;
    try {
      await this.#sweepWhenDue();
      for (;;) {
        const leased = await jobs.lease({ limit: concurrency, leaseMs, nowMs: clock.now() });
        if (leased.length === 0) return count;
        await Promise.all(leased.map((job) => this.#carryOut(job)));
        count += leased.length;
      }
    } catch {
      // The store is away. Nothing is lost: what was leased becomes due again.
      onTrouble('the store does not answer; jobs wait');
      return count;
    }
  }

  async #sweepWhenDue(): Promise<void> {
    const { clock, sweepMs = 30_000, sweep } = this.#options;
    if (clock.now() - this.#sweptAtMs < sweepMs) return;
    await sweep();
    this.#sweptAtMs = clock.now();
  }

  async #carryOut(job: LeasedJob): Promise<void> {
    const { jobs, clock, works, onTrouble } = this.#options;
    const verdict = await works[job.kind](job).catch(() => this.#afterFailure(job));
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
        await jobs.bury(job, clock.now(), verdict.reason);
        onTrouble(`job ${job.id} was given up: ${verdict.reason}`);
    }
  }

  #afterFailure(job: LeasedJob): JobVerdict {
    const { clock, random } = this.#options;
    const stepMs = retryStepsMs[job.attempts - 1];
    if (stepMs === undefined) return { kind: 'buried', reason: `it failed ${job.attempts} times` };
    return { kind: 'postponed', runAtMs: clock.now() + stepMs * (0.9 + random() * 0.2), reason: 'it failed' };
  }
}
