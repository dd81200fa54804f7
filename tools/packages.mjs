import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages of the workspace below `base`, in order of their folders: `{ folder, path, manifest }`. */
export function listPackages(base = root) {
  const rooms = ['packages', 'providers', 'apps'].filter((room) => existsSync(join(base, room)));
  const folders = rooms.flatMap((room) => readdirSync(join(base, room)).map((name) => `${room}/${name}`));
  return [...folders, 'benchmarks', 'campaigns']
    .sort()
    .filter((folder) => existsSync(join(base, folder, 'package.json')))
    .map((folder) => {
      const path = join(base, folder);
      return { folder, path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) };
    });
}

/** The packages that strangers install. */
export function listPublished(base = root) {
  return listPackages(base).filter(({ manifest }) => !manifest.private);
}
