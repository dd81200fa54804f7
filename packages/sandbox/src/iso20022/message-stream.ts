import type { BusinessMessage } from './business-message.ts';

const MAX_KEPT = 10_000;
const MAX_WAITING = 100;

/** A message at its place in the stream. */
export interface StreamedMessage {
  readonly position: number;
  readonly message: BusinessMessage;
}

/** What waits for a member, in order, until the member asks for what comes after it. */
export class MessageStream {
  #kept: StreamedMessage[] = [];
  #last = 0;
  /** Messages that were dropped because the member did not take any for too long. */
  overflowed = 0;
  readonly #waiting = new Set<() => void>();
  readonly #heldBack: BusinessMessage[] = [];

  push(message: BusinessMessage): void {
    this.#append(message);
    for (const late of this.#heldBack.splice(0)) this.#append(late);
    this.#wake();
  }

  /** Puts a message behind the next one. The result gives up waiting for that. */
  pushBehindNext(message: BusinessMessage): () => void {
    this.#heldBack.push(message);
    return () => {
      const index = this.#heldBack.indexOf(message);
      if (index < 0) return;
      this.#heldBack.splice(index, 1);
      this.push(message);
    };
  }

  /** Up to `most` messages after a position; all before it are done with. */
  after(position: number, most: number): readonly StreamedMessage[] {
    this.#kept = this.#kept.filter((kept) => kept.position > position);
    return this.#kept.slice(0, most);
  }

  /** Settles once there is a new message, or after `ms` of real time. */
  next(ms: number): Promise<void> {
    const [oldest] = this.#waiting.size >= MAX_WAITING ? this.#waiting : [];
    oldest?.();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms).unref();
      this.#waiting.add(wake);
    });
  }

  /** Ends every wait. Positions go on, so that no position means two messages. */
  reset(): void {
    this.#kept = [];
    this.#heldBack.length = 0;
    this.overflowed = 0;
    this.#wake();
  }

  #append(message: BusinessMessage): void {
    this.#last += 1;
    this.#kept.push({ position: this.#last, message });
    if (this.#kept.length <= MAX_KEPT) return;
    this.#kept.shift();
    this.overflowed += 1;
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
