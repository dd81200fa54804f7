import { closeSync, openSync, readlinkSync, type Stats, statSync } from 'node:fs';

/** A file that is held open, to see whether it is still the one at its path. */
export class HeldFile {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #link: string | undefined;
  readonly #known: Stats | undefined;

  /** @throws what `openSync` throws, also when there is no such file */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'r');
    this.#link = this.#readLink();
    this.#known = statOf(path);
  }

  /** False once it was removed, moved or replaced. */
  isInPlace(): boolean {
    // Linux keeps the path of an open file. To read it costs less than to ask for its times: the next write then has to store new ones.
    if (this.#link !== undefined) return this.#readLink() === this.#link;
    const found = statOf(this.#path);
    return found !== undefined && found.ino === this.#known?.ino && found.dev === this.#known.dev;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #readLink(): string | undefined {
    try {
      return readlinkSync(`/proc/self/fd/${this.#descriptor}`);
    } catch {
      return undefined;
    }
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
