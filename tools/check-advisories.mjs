// Compares the lockfile with advisory-floors.json: no package below the lowest version without a known advisory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.mjs';

/** `1.16.3-rc.1` → `[1, 16, 3]`; a pre-release counts as its release. */
const numbersOf = (version) => version.split(/[-+]/)[0].split('.').map(Number);

function compare(a, b) {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const at = [0, 1, 2].find((index) => left[index] !== right[index]);
  return at === undefined ? 0 : left[at] - right[at];
}

/** What stays compatible: the major version, or `0.minor`. */
const lineOf = (version) =>
  numbersOf(version)
    .slice(0, version.startsWith('0.') ? 2 : 1)
    .join('.');

/** At or above the floor of its release line, or above all floors. */
export function isSafe(version, floors) {
  const floor = floors.find((candidate) => lineOf(candidate) === lineOf(version)) ?? floors.toSorted(compare).at(-1);
  return compare(version, floor) >= 0;
}

/** Each `name@version` that a pnpm lockfile resolves. */
export function lockedVersions(lockfile) {
  const keys = lockfile.matchAll(/^ {2}'?((?:@[\w.-]+\/)?[\w.-]+)@(\d[\w.+-]*)(?:\(.*\))?'?:/gm);
  const unique = new Map([...keys].map(([, name, version]) => [`${name}@${version}`, { name, version }]));
  return [...unique.values()];
}

if (process.argv[1] === import.meta.filename) {
  const { floors, reviewed } = JSON.parse(readFileSync(new URL('advisory-floors.json', import.meta.url), 'utf8'));
  const locked = lockedVersions(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
  const unsafe = locked.filter(({ name, version }) => name in floors && !isSafe(version, floors[name]));
  for (const { name, version } of unsafe) {
    console.error(`${name}@${version} is below ${floors[name].join(' / ')} (reviewed ${reviewed}); update it.`);
  }
  if (locked.length === 0) console.error('pnpm-lock.yaml lists no package.');
  process.exitCode = unsafe.length > 0 || locked.length === 0 ? 1 : 0;
}
