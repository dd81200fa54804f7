// `npm run check [-- --only <name>] [-- --json <file>]`: every check in order; goes on after a failure and exits 1 when one failed.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './packages.mjs';

const checks = {
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  boundaries: ['node', 'tools/turbo.mjs', 'boundaries'],
  build: ['node', 'tools/turbo.mjs', 'run', 'build', '--output-logs=errors-only'],
  types: ['tsc', '-p', 'tsconfig.test.json'],
  api: ['node', 'tools/api-report.mjs', '--check'],
  structure: ['node', 'tools/check-structure.mjs'],
  unused: ['knip', '--no-progress', '--no-config-hints'],
  tarballs: ['node', 'tools/check-tarballs.mjs'],
  'node 24': ['node', 'tools/test-on-node.mjs', '24', 'sqlite-store.contract', 'open-driver', 'tls-matrix'],
  advisories: ['node', 'tools/check-advisories.mjs'],
};

function runCheck([program, ...args]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` },
  });
  return { ok: status === 0, output: error?.message ?? `${stdout}${stderr}`.trim() };
}

function readCommandLine() {
  try {
    return parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values;
  } catch {
    return undefined;
  }
}

function refuse(text) {
  console.error(text);
  process.exit(2);
}

const { only, json } = readCommandLine() ?? refuse('npm run check [-- --only <check>] [-- --json <file>]');
if (only !== undefined && !Object.hasOwn(checks, only))
  refuse(`There is no check "${only}". There are: ${Object.keys(checks).join(', ')}.`);

const results = { passed: 0, failed: 0 };
for (const [name, command] of Object.entries(checks)) {
  if (only !== undefined && only !== name) continue;
  const startedAtMs = performance.now();
  const { ok, output } = runCheck(command);
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${ok ? 'pass' : 'FAIL'}  ${name.padEnd(11)} ${seconds.padStart(5)} s`);
  if (!ok) console.log(`${output.replace(/^/gm, '      ')}\n      (again: npm run check -- --only ${name})`);
  results[ok ? 'passed' : 'failed']++;
}
if (json !== undefined) writeFileSync(json, JSON.stringify(results));
process.exitCode = results.failed > 0 ? 1 : 0;
