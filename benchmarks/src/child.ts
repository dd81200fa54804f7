import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that says something when it is ready, and answers one message at a time. */
export class Child<Question extends string | object, Answer> {
  readonly #process: ChildProcess;
  /** What it said when it was ready. */
  readonly greeting: Promise<unknown>;

  /** @param program a module beside this one, such as `server-process.js` */
  constructor(program: string, args: readonly string[] = [], nodeOptions: readonly string[] = []) {
    const path = fileURLToPath(new URL(program, import.meta.url));
    this.#process = fork(path, args, { execArgv: [...nodeOptions] });
    this.greeting = this.#next();
  }

  async ask(question: Question): Promise<Answer> {
    const answer = this.#next();
    this.#process.send(question);
    return (await answer) as Answer;
  }

  stop(): void {
    this.#process.disconnect();
  }

  async #next(): Promise<unknown> {
    const gone = new AbortController();
    const exit = once(this.#process, 'exit', { signal: gone.signal }).then(([code]) => {
      throw new Error(`${this.#process.spawnargs.slice(1).join(' ')} ended with ${code}`);
    });
    try {
      const [message] = await Promise.race([once(this.#process, 'message'), exit]);
      return message;
    } finally {
      gone.abort();
      exit.catch(() => undefined);
    }
  }
}
