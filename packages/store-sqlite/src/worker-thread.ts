import { Worker } from 'node:worker_threads';
import { PolyrailError } from '@polyrail/core/store';
import type { Command, CommandResult } from './command.ts';
import type { Executor, FileOptions } from './executor.ts';

/** What the thread is told to do. */
export type Order =
  | { readonly kind: 'run'; readonly group: readonly Command[] }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'close' };

/** What the thread is made with. */
export interface ThreadData {
  readonly file: FileOptions;
  /** Rung after each order. */
  readonly bell: Int32Array;
}

/** What the thread says: once at its start, then once for each order. */
export type Answer =
  | { readonly kind: 'results'; readonly results: readonly CommandResult[] }
  | { readonly kind: 'done' }
  | (CommandResult & { readonly kind: 'failed' });

/** True when this file is TypeScript: a thread of Node 20 cannot run that by itself. */
export const runsFromSources: boolean = import.meta.url.endsWith('.ts');

/** Runs the commands in a thread of their own, so that waiting for the disk holds up nothing else. */
export async function workerThread(file: FileOptions, execArgv?: readonly string[]): Promise<Executor> {
  const entry = runsFromSources
    ? new URL('./store-thread.ts', import.meta.url)
    : new URL('./store-thread.js', import.meta.url);
  const workerData: ThreadData = { file, bell: new Int32Array(new SharedArrayBuffer(4)) };
  const worker = new Worker(entry, { workerData, ...(execArgv && { execArgv: [...execArgv] }) });
  const line = new Line(worker, workerData.bell);
  await line.answer();
  return {
    async run(group) {
      const said = await line.ask({ kind: 'run', group });
      return said.kind === 'results' ? said.results : [];
    },
    checkpoint: async () => void (await line.ask({ kind: 'checkpoint' })),
    async close() {
      await line.ask({ kind: 'close' });
      await worker.terminate();
    },
  };
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: PolyrailError): void;
}

/** One question at a time, and its answer. The thread keeps the process alive only while a question is open. */
class Line {
  readonly #worker: Worker;
  readonly #bell: Int32Array;
  #waiting: Waiting | undefined;
  #dead: PolyrailError | undefined;

  constructor(worker: Worker, bell: Int32Array) {
    this.#worker = worker;
    this.#bell = bell;
    worker.on('message', (said: Answer) => {
      const waiting = this.#take();
      if (said.kind === 'failed') waiting?.reject(new PolyrailError(said.code, said.message));
      else waiting?.resolve(said);
    });
    worker.on('error', (error) => this.#die('the thread of the store has died', error));
    worker.on('exit', () => this.#die('the thread of the store has ended'));
  }

  ask(order: Order): Promise<Answer> {
    const answer = this.answer();
    this.#worker.postMessage(order);
    Atomics.add(this.#bell, 0, 1);
    Atomics.notify(this.#bell, 0);
    return answer;
  }

  answer(): Promise<Answer> {
    if (this.#dead !== undefined) return Promise.reject(this.#dead);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    return waiting;
  }

  #die(message: string, cause?: unknown): void {
    const dead = this.#dead ?? new PolyrailError('ledger_unavailable', message, { cause });
    this.#dead = dead;
    this.#take()?.reject(dead);
  }
}
