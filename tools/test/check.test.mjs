import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each([
  [['--bogus'], /^npm run check \[/],
  [['--only'], /^npm run check \[/],
  [['lint'], /^npm run check \[/],
  [['--only', 'nonsense'], /^There is no check "nonsense"\. There are: lint, /],
  [['--only', 'constructor'], /^There is no check "constructor"/],
  [['--only', ''], /^There is no check ""/],
])('npm run check %j does nothing but say how it is used', (args, words) => {
  const cwd = new URL('../..', import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/check.mjs', ...args], {
    cwd,
    encoding: 'utf8',
  });
  expect([status, stdout, stderr.split('\n')]).toEqual([2, '', [expect.stringMatching(words), '']]);
});
