// `npm run campaign -- <name> [--seed <n>] [--count <n>] [--only <part>]`: builds, then runs the built campaign.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('tools/turbo.mjs', 'run', 'build', '--filter=@polyrail/campaigns', '--output-logs=errors-only');
run('campaigns/dist/main.js', ...process.argv.slice(2));
