import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each([
  ['tools/check.mjs', ['--bogus'], /^npm run check \[/],
  ['tools/check.mjs', ['--only'], /^npm run check \[/],
  ['tools/check.mjs', ['lint'], /^npm run check \[/],
  ['tools/check.mjs', ['--only', 'nonsense'], /^There is no check "nonsense"\. There are: lint, /],
  ['tools/check.mjs', ['--only', 'constructor'], /^There is no check "constructor"/],
  ['tools/check.mjs', ['--only', ''], /^There is no check ""/],
  ['benchmarks/run.mjs', ['--bogus'], /^npm run bench \[/],
  ['benchmarks/run.mjs', ['--rounds', 'many'], /^npm run bench \[/],
  ['benchmarks/run.mjs', ['--only', 'nonsense'], /^There is no suite "nonsense"\. There are: line, /],
])('%s %j does nothing but say how it is used', (script, args, words) => {
  const cwd = new URL('../..', import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' });
  expect([status, stdout, stderr.split('\n')]).toEqual([2, '', [expect.stringMatching(words), '']]);
});
