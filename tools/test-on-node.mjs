// `npm run test:node -- <major> [arguments of vitest]`: the tests on another Node.js, which comes as a package from the registry.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './packages.mjs';

const versions = { 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' };

const [major, ...args] = process.argv.slice(2);
const version = versions[major];
if (version === undefined) {
  console.error(`npm run test:node -- <${Object.keys(versions).join(' | ')}> [arguments of vitest]`);
  process.exit(2);
}

const system = process.platform === 'win32' ? 'win' : process.platform;
const name = `node-${system}-${process.arch}`;
const folder = join(root, 'node_modules/.cache', `node-${version}`);
const bin = join(folder, 'node_modules', name, 'bin');
if (!existsSync(bin))
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );

const { status } = spawnSync('node', [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
});
process.exitCode = status ?? 1;
