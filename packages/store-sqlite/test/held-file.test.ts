import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HeldFile } from '../src/held-file.ts';
import { folder } from './support/subject.ts';

let home: ReturnType<typeof folder>;
let path: string;
let held: HeldFile;

beforeEach(() => {
  home = folder();
  mkdirSync(join(home.path, 'data'));
  path = join(home.path, 'data', 'store.db');
  writeFileSync(path, 'first');
  held = new HeldFile(path);
});
afterEach(() => {
  held.close();
  home.remove();
});

it('is in place while it is written', () => {
  writeFileSync(path, 'second');
  expect(held.isInPlace()).toBe(true);
});

it.each<[how: string, change: () => void]>([
  ['removed', () => rmSync(path)],
  ['moved', () => renameSync(path, `${path}.away`)],
  ['moved with its folder', () => renameSync(join(home.path, 'data'), join(home.path, 'away'))],
  [
    'replaced by another',
    () => {
      writeFileSync(`${path}.new`, 'first');
      renameSync(`${path}.new`, path);
    },
  ],
  [
    'removed and made again',
    () => {
      rmSync(path);
      writeFileSync(path, 'first');
    },
  ],
  [
    'removed while another name of it stays',
    () => {
      linkSync(path, `${path}.other`);
      rmSync(path);
    },
  ],
])('is not in place once it was %s', (_how, change) => {
  change();
  expect(held.isInPlace()).toBe(false);
});

it('is in place again when it was moved back', () => {
  renameSync(path, `${path}.away`);
  renameSync(`${path}.away`, path);
  expect(held.isInPlace()).toBe(true);
});
