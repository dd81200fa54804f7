// Runs turbo with the workspace's own programs on PATH (turbo must find pnpm there) and without telemetry.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const { status, error } = spawnSync('turbo', [...process.argv.slice(2), '--no-update-notifier'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, TURBO_TELEMETRY_DISABLED: '1' },
});
if (error) console.error(`turbo could not be run: ${error.message}`);
process.exit(status ?? 1);
