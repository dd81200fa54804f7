// Installs the workspace with the pinned pnpm on a machine that has only Node and npm.
// A no-op when node_modules already matches the lockfile; a second process waits for the first.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const stamp = join(root, 'node_modules/.bootstrap');
const lock = join(tmpdir(), `polyrail-install-${sha256(root).slice(0, 16)}.pid`);
const wanted = sha256(readFileSync(join(root, 'pnpm-lock.yaml')));
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Waits while another process installs; a lock whose process is gone is removed. */
function waitForLock() {
  while (!takeLock()) {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  execFileSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, wanted);
}

if (!installed()) {
  waitForLock();
  try {
    if (!installed()) install();
  } catch (error) {
    console.error(`The install failed (${error.message}). Polyrail needs Node 20.19 or newer and the npm registry.`);
    process.exitCode = 1;
  } finally {
    rmSync(lock, { force: true });
  }
}
