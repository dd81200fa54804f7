// `npm run bench [-- --only <suite>] [-- --rounds <n>] [-- --quick]`: builds, then measures the built packages.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const suites = [
  'line',
  'graphql',
  'soap',
  'soap-heap',
  'growth',
  'failure-cost',
  'overhead',
  'durable',
  'inbox',
  'stored-growth',
  'recovery',
  'mtls',
  'redaction',
  'xml-signature',
  'iso20022-receive',
  'iso20022-codec',
  'iso20022-statement',
  'iso20022-send',
  'iso20022-correlation',
];
const { only, rounds, quick } =
  readCommandLine() ?? refuse('npm run bench [-- --only <suite>] [-- --rounds <n>] [-- --quick]');
if (only !== undefined && !suites.includes(only))
  refuse(`There is no suite "${only}". There are: ${suites.join(', ')}.`);

function readCommandLine() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
    });
    return /^[1-9]\d*$/.test(values.rounds ?? '1') ? values : undefined;
  } catch {
    return undefined;
  }
}

function refuse(text) {
  console.error(text);
  process.exit(2);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
run('tools/turbo.mjs', 'run', 'build', '--filter=@polyrail/benchmarks', '--output-logs=errors-only');
const passed = [...(quick ? ['--quick'] : []), ...(rounds ? ['--rounds', rounds] : [])];
for (const suite of suites.filter((name) => only === undefined || only === name))
  run(`benchmarks/dist/${suite}.js`, ...passed);
