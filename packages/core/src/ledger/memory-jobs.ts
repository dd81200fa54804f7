import type { BuriedJob, DueRequest, JobAnswer, JobOffer, Jobs, LeasedJob, LeaseRequest } from './job.ts';

interface Row {
  readonly offer: JobOffer;
  readonly offeredAtMs: number;
  runAtMs: number;
  attempts: number;
  fence: number;
  leaseUntilMs: number;
}

/** The queue in memory. */
export class MemoryJobs implements Jobs {
  /** In the order in which they were offered. */
  readonly #rows = new Map<string, Row>();
  readonly #buried = new Map<string, BuriedJob & { readonly fence: number }>();

  offer(offer: JobOffer, nowMs: number): void {
    if (this.#rows.has(offer.id) || this.#buried.has(offer.id)) return;
    const { runAtMs } = offer;
    this.#rows.set(offer.id, {
      offer,
      offeredAtMs: nowMs,
      runAtMs,
      attempts: 0,
      fence: 0,
      leaseUntilMs: 0,
    });
  }

  /** What all jobs are about, buried ones too. */
  *subjects(): Generator<string> {
    for (const { offer } of this.#rows.values()) yield offer.subject;
    for (const { subject } of this.#buried.values()) yield subject;
  }

  /** True while the lease of `job` holds. */
  holds({ id, fence }: LeasedJob): boolean {
    return this.#rows.get(id)?.fence === fence;
  }

  /** Takes a job out that its holder has carried out. */
  drop({ id }: LeasedJob): void {
    this.#rows.delete(id);
  }

  async due({ limit, untilMs }: DueRequest): Promise<readonly JobOffer[]> {
    const rows = [...this.#due(untilMs)].slice(0, limit);
    return rows.map(({ offer, runAtMs, leaseUntilMs }) => ({ ...offer, runAtMs: Math.max(runAtMs, leaseUntilMs) }));
  }

  async lease({ limit, leaseMs, nowMs, id }: LeaseRequest): Promise<readonly LeasedJob[]> {
    const leased: LeasedJob[] = [];
    for (const row of this.#due(nowMs)) {
      if (leased.length >= limit) break;
      if (id !== undefined && row.offer.id !== id) continue;
      row.attempts += 1;
      row.fence += 1;
      row.leaseUntilMs = nowMs + leaseMs;
      leased.push({
        ...row.offer,
        runAtMs: row.runAtMs,
        attempts: row.attempts,
        fence: row.fence,
        offeredAtMs: row.offeredAtMs,
      });
    }
    return leased;
  }

  /** The oldest job of each partition, as far as it is due. The others wait for it, also while it waits for its next try. */
  *#due(untilMs: number): Generator<Row> {
    const busy = new Set<string>();
    for (const row of this.#rows.values()) {
      const isOldest = !busy.has(row.offer.partition);
      busy.add(row.offer.partition);
      if (isOldest && row.leaseUntilMs <= untilMs && row.runAtMs <= untilMs) yield row;
    }
  }

  async finish(job: LeasedJob): Promise<JobAnswer> {
    if (!this.holds(job)) return 'lost';
    this.drop(job);
    return 'written';
  }

  async postpone(job: LeasedJob, runAtMs: number): Promise<JobAnswer> {
    const row = this.#rows.get(job.id);
    if (row === undefined || !this.holds(job)) return 'lost';
    row.runAtMs = runAtMs;
    row.leaseUntilMs = 0;
    return 'written';
  }

  async bury(job: LeasedJob, atMs: number, reason: string): Promise<JobAnswer> {
    if (!this.holds(job)) return 'lost';
    this.drop(job);
    const { offeredAtMs: _, ...kept } = job;
    this.#buried.set(job.id, { ...kept, reason, buriedAtMs: atMs });
    return 'written';
  }

  async buried(limit: number): Promise<readonly BuriedJob[]> {
    return [...this.#buried.values()].slice(0, limit).map(({ fence: _, ...job }) => job);
  }

  async revive(id: string, runAtMs: number): Promise<boolean> {
    const job = this.#buried.get(id);
    if (job === undefined) return false;
    this.#buried.delete(id);
    const { kind, subject, partition, fence } = job;
    this.offer({ id, kind, subject, partition, runAtMs }, runAtMs);
    // Whoever held it before it was buried must not be able to finish it now.
    const row = this.#rows.get(id);
    if (row !== undefined) row.fence = fence + 1;
    return true;
  }
}
