import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { scripts } = JSON.parse(read('package.json'));
const documented = new Set(
  [...(read('README.md') + read('CONTRIBUTING.md')).matchAll(/\bnpm (?:run )?(\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => name in scripts),
);

it('knows the commands that the documents name', () => {
  expect([...documented].sort()).toEqual(['api', 'bench', 'campaign', 'check', 'format', 'interop', 'start', 'test']);
});

it.each([...documented])('npm run %s installs what it needs in a fresh clone', (name) => {
  expect(scripts[`pre${name}`]).toMatch(/^node tools\/bootstrap\.mjs/);
});
