import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import { PolyrailError } from '@polyrail/core/store';

/** A process, told apart from a later one with the same number. */
interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Changes with each start of the machine. Absent where the machine does not tell. */
  readonly boot?: string;
  /** When the process began, in ticks since then. Absent where the machine does not tell. */
  readonly started?: string;
}

/** Frees the file for the next process. */
export type ReleaseLock = () => void;

/**
 * Makes this process the only owner of a file, until it lets go or dies. Owners form a chain of files `<path>.owner-<n>`:
 * the highest is in force, and of several processes that find it dead one can make the next.
 *
 * @throws PolyrailError `ledger_unavailable` when another process owns it
 */
export function lockForProcess(path: string): ReleaseLock {
  const [latest = 0, ...older] = linksOf(path);
  const owner = latest === 0 ? undefined : readOwner(linkName(path, latest));
  if (owner !== undefined && isAlive(owner)) refuse(path, latest, owner);
  const link = linkName(path, latest + 1);
  if (!createWhole(link, JSON.stringify(describe(process.pid)))) refuse(path, latest + 1, readOwner(link));
  const [highest = 0] = linksOf(path);
  if (highest > latest + 1) refuse(path, highest, readOwner(linkName(path, highest)));
  // The one before stays: whoever is reading the chain right now must find an end of it.
  for (const n of older) rmSync(linkName(path, n), { force: true });
  return () => writeFileSync(link, '');
}

function linkName(path: string, n: number): string {
  return `${path}.owner-${n}`;
}

/** The numbers of the chain, highest first. */
function linksOf(path: string): readonly number[] {
  const prefix = `${basename(path)}.owner-`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isSafeInteger)
    .sort((a, b) => b - a);
}

/** Makes a file that is never seen half written. False when it exists. */
function createWhole(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The owner; `undefined` when it let go. */
function readOwner(file: string): Owner | undefined {
  const text = readFileSync(file, 'utf8');
  return text === '' ? undefined : (JSON.parse(text) as Owner);
}

function isAlive(owner: Owner): boolean {
  const here = describe(owner.pid);
  // From here a process of another host or container cannot be seen.
  if (owner.host !== here.host) return true;
  return owner.boot === here.boot && isRunning(owner.pid) && owner.started === here.started;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function describe(pid: number): Owner {
  const boot = readLine('/proc/sys/kernel/random/boot_id');
  // The command in the second field may hold spaces. After it come the state and, as the twentieth, the start. @see proc(5)
  const fields =
    readLine(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ') ?? [];
  // A killed process whose parent has not asked for it yet is a zombie: it writes nothing any more.
  const started = fields[0] === 'Z' ? undefined : fields[19];
  return { host: hostname(), pid, ...(boot && { boot }), ...(started && { started }) };
}

function readLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function refuse(path: string, link: number, owner: Owner | undefined): never {
  const who = owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  throw new PolyrailError(
    'ledger_unavailable',
    `${path} belongs to ${who}. One process at a time; if that one is surely gone, remove ${linkName(path, link)}`,
  );
}
