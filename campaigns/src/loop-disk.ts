import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sizeMb = 256;

/**
 * A file system in a file. A copy of that file is what a power cut leaves: what the operating system had not yet written
 * to the disk is missing.
 */
export class LoopDisk {
  readonly folder: string;
  readonly #base: string;
  readonly #image: string;

  private constructor(base: string) {
    this.#base = base;
    this.folder = join(base, 'disk');
    this.#image = join(base, 'disk-0.img');
  }

  /** `undefined`: this machine does not let us mount a file. */
  static make(): LoopDisk | undefined {
    const disk = new LoopDisk(mkdtempSync(join(tmpdir(), 'polyrail-power-')));
    mkdirSync(disk.folder);
    const made =
      run('truncate', '-s', `${sizeMb}M`, disk.#image) && run('mkfs.ext4', '-q', '-F', disk.#image) && disk.#mount();
    if (!made) rmSync(disk.#base, { recursive: true });
    return made ? disk : undefined;
  }

  /** Cuts the power, and starts the machine again: the file system repairs itself from its journal. */
  cutPower(): void {
    const survivor = `${this.#image}.cut`;
    const done =
      run('cp', '--sparse=always', this.#image, survivor) &&
      run('umount', this.folder) &&
      run('mv', survivor, this.#image);
    if (!done || !this.#mount()) throw new Error('the copy of the disk cannot be mounted');
  }

  remove(): void {
    run('umount', this.folder);
    rmSync(this.#base, { recursive: true, force: true });
  }

  #mount(): boolean {
    return run('mount', '-o', 'loop', this.#image, this.folder);
  }
}

function run(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
