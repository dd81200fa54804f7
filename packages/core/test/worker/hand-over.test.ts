import { expect, it } from 'vitest';
import { type JobOffer, memoryLedger, type Store, type Task } from '../../src/index.ts';
import { HandOver } from '../../src/worker/hand-over.ts';
import { Worker } from '../../src/worker/worker.ts';
import { half } from '../support/property.ts';
import { operationOf, paymentOf } from '../support/records.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** An engine that keeps what it is given until it is told to run it. */
function scriptedEngine() {
  const tasks: Task[] = [];
  let run: ((id: string) => Promise<void>) | undefined;
  let isDown = false;
  return {
    tasks,
    fail: (down: boolean) => {
      isDown = down;
    },
    run: (id: string) => run?.(id),
    engine: {
      async offer(given: readonly Task[]) {
        if (isDown) throw new Error('the engine is away');
        tasks.push(...given);
      },
      async start(given: (id: string) => Promise<void>) {
        run = given;
      },
      close: async () => undefined,
    },
  };
}

async function bench() {
  const clock = new VirtualClock();
  const store = memoryLedger();
  const done: string[] = [];
  const troubles: string[] = [];
  const work = async ({ id }: JobOffer) => {
    done.push(id);
    return { kind: 'finished' } as const;
  };
  const common = { jobs: store, clock, onTrouble: (message: string) => troubles.push(message) };
  const worker = new Worker({
    ...common,
    random: half,
    works: { settlement: work, notification: work, delivery: work },
    sweep: async () => undefined,
    onBuried: () => undefined,
    pollMs: 30_000,
  });
  const scripted = scriptedEngine();
  const handOver = new HandOver({ ...common, engine: scripted.engine, carryOut: (id) => worker.carryOut(id) });
  return { clock, store, worker, handOver, done, troubles, ...scripted };
}

async function offer(store: Store, id: string, runAtMs: number): Promise<void> {
  const [operation, payment] = [operationOf({ state: 'in_flight' }), paymentOf({ version: 1 })];
  await store.claim({ operation, payment, entry: { atMs: 0, type: 'claimed', text: 'claimed' } });
  const job = { id, kind: 'settlement', subject: operation.id, partition: id, runAtMs } as const;
  await store.record({ operation, payment: { ...payment, version: 2 }, entries: [], offers: [job] });
}

it('hands a due job over, and runs it once however often the engine calls', async () => {
  const { clock, store, handOver, tasks, run, done } = await bench();
  await offer(store, 'job', clock.now());
  handOver.open();
  await expect.poll(() => tasks).toEqual([{ id: 'job', runAtMs: clock.now() }]);
  await Promise.all([run('job'), run('job'), run('nobody')]);
  await run('job');
  expect(done).toEqual(['job']);
  await handOver.stop();
});

it('hands over what an earlier process had committed and not handed over', async () => {
  const { clock, store, handOver, tasks } = await bench();
  await offer(store, 'job', clock.now() - 60_000);
  handOver.open();
  await expect.poll(() => tasks.map(({ id }) => id)).toEqual(['job']);
  await handOver.stop();
});

it('tries again when the engine was away, and leaves what it forgets to a worker', async () => {
  const { clock, store, worker, handOver, tasks, fail, done, troubles } = await bench();
  fail(true);
  handOver.open();
  await offer(store, 'job', clock.now());
  handOver.wake();
  await expect.poll(() => troubles).toHaveLength(1);
  fail(false);
  await clock.advance(1_000);
  await expect.poll(() => tasks.map(({ id }) => id)).toEqual(['job']);
  // The engine never runs it.
  expect(await worker.drain()).toBe(1);
  expect(done).toEqual(['job']);
  await handOver.stop();
});
