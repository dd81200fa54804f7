import type { CommandKind } from './command.ts';
import { isOutcomeCode, type OutcomeCode } from './outcome-code.ts';

const MAX_LINES = 1000;

interface Line {
  readonly outcome: OutcomeCode;
  readonly only: CommandKind | undefined;
}

/** Outcomes queued by a test: each is used once, by the next operation that it is meant for. */
export class Script {
  readonly #lines: Line[] = [];

  /** Queues outcomes for the next operations of any kind. Throws on what is no code or beyond 1,000 lines. */
  push(...outcomes: readonly OutcomeCode[]): void {
    this.#queue(outcomes, undefined);
  }

  /** Queues outcomes for the next operations of one kind. */
  pushFor(kind: CommandKind, ...outcomes: readonly OutcomeCode[]): void {
    this.#queue(outcomes, kind);
  }

  /** Takes the outcome meant for this kind, if one is queued. */
  take(kind: CommandKind): OutcomeCode | undefined {
    if (this.#lines.length === 0) return undefined;
    const index = this.#lines.findIndex((line) => line.only === undefined || line.only === kind);
    return index < 0 ? undefined : this.#lines.splice(index, 1)[0]?.outcome;
  }

  get length(): number {
    return this.#lines.length;
  }

  reset(): void {
    this.#lines.length = 0;
  }

  #queue(outcomes: readonly OutcomeCode[], only: CommandKind | undefined): void {
    const wrong = outcomes.find((outcome) => !isOutcomeCode(outcome));
    if (wrong !== undefined) throw new RangeError(`Not a two-character response code: ${wrong}`);
    if (this.#lines.length + outcomes.length > MAX_LINES)
      throw new RangeError(`At most ${MAX_LINES} scripted outcomes`);
    for (const outcome of outcomes) this.#lines.push({ outcome, only });
  }
}
