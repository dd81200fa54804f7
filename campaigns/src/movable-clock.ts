import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How far the clock of another process is ahead of the machine's: a file without a name that both have open. */
export class MovableClock {
  /** To be handed to the process. */
  readonly file: number;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'polyrail-clock-'));
    this.file = openSync(join(folder, 'shift'), 'w+', 0o600);
    rmSync(folder, { recursive: true });
    this.shift(0);
  }

  /** Holds from the moment that it returns, also for a process that is stopped. */
  shift(shiftMs: number): void {
    writeSync(this.file, Float64Array.of(shiftMs), 0, Float64Array.BYTES_PER_ELEMENT, 0);
  }

  close(): void {
    closeSync(this.file);
  }
}
