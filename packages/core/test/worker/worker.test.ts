import { describe, expect, it } from 'vitest';
import type { LeasedJob } from '../../src/ledger/job.ts';
import { MemoryJobs } from '../../src/ledger/memory-jobs.ts';
import { PolyrailError } from '../../src/model/error.ts';
import { type JobVerdict, Worker, type WorkerOptions } from '../../src/worker/worker.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

const finished: JobVerdict = { kind: 'finished' };

function bench(work: (job: LeasedJob) => Promise<JobVerdict>, options: Partial<WorkerOptions> = {}) {
  const clock = new VirtualClock();
  const jobs = new MemoryJobs();
  const troubles: string[] = [];
  const buried: string[] = [];
  const worker = new Worker({
    jobs,
    clock,
    random: () => 0.5,
    works: { settlement: work, notification: work, delivery: work },
    sweep: async () => undefined,
    onBuried: ({ id, reason }) => void buried.push(`${id}: ${reason}`),
    onTrouble: (message) => void troubles.push(message),
    concurrency: 4,
    ...options,
  });
  const offer = (id: string, partition = id) =>
    jobs.offer({ id, kind: 'delivery', subject: id, partition, runAtMs: clock.now() }, clock.now());
  return { clock, jobs, worker, offer, troubles, buried };
}

describe('a worker', () => {
  it('carries on beside a job that hangs', async () => {
    const done: string[] = [];
    let release: (verdict: JobVerdict) => void = () => undefined;
    const hung = new Promise<JobVerdict>((resolve) => {
      release = resolve;
    });
    const { worker, offer, clock } = bench(async ({ id }) => {
      if (id === 'hangs') return hung;
      done.push(id);
      return finished;
    });
    for (const id of ['hangs', ...Array.from({ length: 20 }, (_, at) => `job-${at}`)]) offer(id);
    worker.start();
    await settled();
    expect(done).toHaveLength(20);
    offer('woken');
    worker.wake();
    await settled();
    expect(done.at(-1)).toBe('woken');
    offer('polled');
    await clock.advance(1_000);
    expect(done.at(-1)).toBe('polled');
    const stopped = worker.stop();
    offer('too late');
    release(finished);
    await stopped;
    expect(done.at(-1)).toBe('polled');
  });

  it('carries out no more jobs at once than it may, and each once', async () => {
    let atWork = 0;
    let most = 0;
    const seen: string[] = [];
    const { worker, offer } = bench(async ({ id }) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await settled();
      atWork -= 1;
      seen.push(id);
      return finished;
    });
    for (let made = 0; made < 50; made += 1) offer(`job-${made}`, `partition-${made % 10}`);
    const counts = await Promise.all([worker.drain(), worker.drain()]);
    expect(counts).toEqual([50, 50]);
    expect(most).toBe(4);
    expect(new Set(seen).size).toBe(50);
    expect(seen).toHaveLength(50);
  });

  it('sweeps now and then although there is always something to do', async () => {
    let sweeps = 0;
    const { worker, offer, clock } = bench(
      async ({ id }) => {
        await new Promise<void>((resolve) => void clock.schedule(10_000, resolve));
        offer(`${id}+`);
        return finished;
      },
      {
        sweep: async () => {
          sweeps += 1;
        },
      },
    );
    offer('job');
    worker.start();
    await clock.advance(100_000);
    expect(sweeps).toBe(4);
  });

  it('waits for a store that is away, and goes on', async () => {
    const done: string[] = [];
    const { worker, offer, clock, jobs, troubles } = bench(async ({ id }) => {
      done.push(id);
      return finished;
    });
    const lease = jobs.lease.bind(jobs);
    const away = [new Error('key of a payment'), new PolyrailError('ledger_unavailable', 'PostgreSQL said 25006')];
    jobs.lease = () => Promise.reject(away.shift());
    offer('job');
    worker.start();
    await clock.advance(1_500);
    expect([done, troubles]).toEqual([
      [],
      ['the store does not answer; jobs wait', 'the store does not answer; jobs wait (PostgreSQL said 25006)'],
    ]);
    jobs.lease = lease;
    await clock.advance(1_000);
    expect(done).toEqual(['job']);
  });

  it('tries again what throws, and tells of what it gives up', async () => {
    const { worker, offer, clock, buried } = bench(() => Promise.reject(new Error('a mistake')));
    offer('job');
    for (let passed = 0; passed < 40; passed += 1) {
      await worker.drain();
      await clock.advance(3_600_000);
    }
    expect(buried).toEqual(['job: it failed 9 times']);
  });

  it('does not tell of a job that somebody else has by now', async () => {
    const { worker, offer, jobs, buried, clock } = bench(async () => {
      await jobs.lease({ limit: 1, leaseMs: 60_000, nowMs: clock.now() + 60_001 });
      return { kind: 'buried', reason: 'hopeless' };
    });
    offer('job');
    await worker.drain();
    expect(buried).toEqual([]);
  });

  it('goes on sweeping after the clock has stepped back', async () => {
    const clock = new VirtualClock();
    let stepMs = 0;
    let sweeps = 0;
    const sweep = async () => {
      sweeps += 1;
    };
    const stepping = { now: () => clock.now() + stepMs, schedule: clock.schedule.bind(clock) };
    const { worker } = bench(async () => finished, { clock: stepping, sweep });
    await worker.drain();
    stepMs = -3_600_000;
    await worker.drain();
    await worker.drain();
    expect(sweeps).toBe(2);
  });
});
