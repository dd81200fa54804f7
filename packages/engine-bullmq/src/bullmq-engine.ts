import { hash } from 'node:crypto';
import { type Clock, systemClock, type Task, type TaskEngine } from '@polyrail/core';
import {
  type BackendFactory,
  type ConnectionOptions,
  createRedisBackend,
  type IQueueBackend,
  withBackend,
} from 'bullmq';

/** Settings of BullMQ as task engine. */
export interface BullmqEngineOptions<Connection> {
  /** As BullMQ takes it for the backend: options of ioredis, or a configuration of `pg` with `schema` and `migrate`. */
  readonly connection: Connection;
  /** Such as BullMQ's `createPostgresBackend`. Default: Redis. */
  readonly backend?: BackendFactory<IQueueBackend, Connection>;
  /** The queue that all processes of one store share. Default: `polyrail`. */
  readonly queue?: string;
  /** Tasks that run side by side in this process. Default: 16. */
  readonly concurrency?: number;
  /** Hears of errors of BullMQ's connections; it connects again by itself. Default: nobody. */
  readonly onError?: (error: Error) => void;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
}

interface Payload {
  readonly id: string;
}

/**
 * Runs jobs where BullMQ says. A task holds the name of a job and nothing else: Redis may forget up to a second of tasks, and
 * the job is still in the store.
 */
export function bullmqEngine<Connection = ConnectionOptions>(options: BullmqEngineOptions<Connection>): TaskEngine {
  const { connection, queue: name = 'polyrail', concurrency = 16, onError = ignore, clock = systemClock } = options;
  // Without a backend the connection is one of Redis.
  const backend = options.backend ?? (createRedisBackend as BackendFactory<IQueueBackend, Connection>);
  const { Queue, Worker } = withBackend(backend);
  const queue = new Queue<Payload>(name, { connection });
  queue.on('error', onError);
  let endWork: (() => Promise<void>) | undefined;
  return {
    async offer(tasks) {
      const nowMs = clock.now();
      await queue.addBulk(tasks.map((task) => entryOf(task, nowMs)));
    },
    async start(run) {
      const worker = new Worker<Payload>(name, ({ data }) => run(data.id), { connection, concurrency, autorun: false });
      endWork = () => worker.close();
      worker.on('error', onError);
      await worker.waitUntilReady();
      worker.run().catch(onError);
    },
    async close() {
      await endWork?.();
      await queue.close();
    },
  };
}

/** While BullMQ has a task it takes no other one under its id: a job that is due again has another time, and another id. */
function entryOf({ id, runAtMs }: Task, nowMs: number) {
  return {
    name: 'job',
    data: { id },
    opts: {
      // BullMQ refuses colons.
      jobId: hash('sha256', `${runAtMs} ${id}`, 'hex'),
      delay: Math.max(0, Math.ceil(runAtMs - nowMs)),
      // The store counts tries and says when the next one is due.
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

function ignore(): void {}
