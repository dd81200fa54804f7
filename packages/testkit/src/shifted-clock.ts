import { type Clock, systemClock } from '@polyrail/core';

/** The machine's time plus what a test adds to it: real sockets and timers, and windows of minutes that pass at once. */
export class ShiftedClock implements Clock {
  #shiftMs = 0;

  now(): number {
    return systemClock.now() + this.#shiftMs;
  }

  /** Waits in real time, whatever the shift. */
  schedule(delayMs: number, task: () => void): () => void {
    return systemClock.schedule(delayMs, task);
  }

  /** Moves {@link now} ahead. Tasks that wait are not moved. */
  shift(durationMs: number): void {
    this.#shiftMs += durationMs;
  }
}
