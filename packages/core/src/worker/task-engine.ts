/** A job as an engine sees it: a name and a time. What is to be done is in the store. */
export interface Task {
  /** The job's id. */
  readonly id: string;
  /** Not before this time, in milliseconds since 1970. */
  readonly runAtMs: number;
}

/**
 * Decides when and in which process a due job is run: BullMQ, Temporal, a cloud's queue. The job tables of the store stay
 * the truth: a task that the engine forgets is found there, and one that it hands over twice is run once.
 */
export interface TaskEngine {
  /** Takes tasks in. The same task may come again while the engine has it; one that it takes twice does no harm. */
  offer(tasks: readonly Task[]): Promise<void>;
  /** Begins to call `run` in this process, for each task at its time. `run` never rejects. */
  start(run: (id: string) => Promise<void>): Promise<void>;
  /** Starts no more tasks; resolves when those at work have ended. */
  close(): Promise<void>;
}
