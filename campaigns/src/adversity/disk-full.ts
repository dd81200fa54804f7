import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StorePlace, sqlitePlace } from '../store-place.ts';
import { type Adversity, refusesClearly } from './under-load.ts';

const sizeMb = 24;

/** A small disk with a store on it. */
export interface SmallDisk {
  readonly place: StorePlace;
  readonly fills: Adversity;
}

/** Mounts a small disk in memory. `undefined`: this machine does not let us mount one. */
export function smallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'polyrail-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const place = sqlitePlace(folder);
  const ballast = join(folder, 'ballast');
  return {
    place: {
      ...place,
      async remove() {
        spawnSync('umount', [folder]);
        rmSync(folder, { recursive: true, force: true });
      },
    },
    async fills({ probe }) {
      fill(ballast);
      const wrong = await refusesClearly(probe, 1_500);
      rmSync(ballast);
      return wrong;
    },
  };
}

/** Writes until nothing more fits. */
function fill(path: string): void {
  for (const bytes of [1_048_576, 4_096, 1])
    try {
      for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
}
