import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockForProcess } from '../src/process-lock.ts';
import { folder } from './support/subject.ts';

describe('lockForProcess', () => {
  let home: ReturnType<typeof folder>;
  let file: string;
  beforeEach(() => {
    home = folder();
    file = join(home.path, 'store.db');
  });
  afterEach(() => home.remove());

  const refusal = { code: 'ledger_unavailable' };

  /** Takes the lock, and lets its owner be another one. */
  function lockAs(change: object): void {
    lockForProcess(file);
    const [link = ''] = links();
    const owner: object = JSON.parse(readFileSync(link, 'utf8'));
    writeFileSync(link, JSON.stringify({ ...owner, ...change }));
  }

  const links = () =>
    readdirSync(home.path)
      .map((name) => join(home.path, name))
      .toSorted()
      .reverse();

  it('refuses a second owner, and names the first', () => {
    lockForProcess(file);
    expect(() => lockForProcess(file)).toThrow(expect.objectContaining(refusal));
    expect(() => lockForProcess(file)).toThrow(`process ${process.pid} `);
  });

  it('is free after it was let go', () => {
    for (let n = 0; n < 5; n += 1) lockForProcess(file)();
    expect(links().length).toBeLessThanOrEqual(2);
    lockForProcess(file);
    expect(() => lockForProcess(file)).toThrow(expect.objectContaining(refusal));
  });

  it('does not mind the locks of other files', () => {
    lockForProcess(file);
    lockForProcess(`${file}2`)();
    lockForProcess(join(home.path, 'other.db'))();
  });

  // The highest number that a process can have.
  it.each([
    ['died', { pid: 4_194_304 }],
    ['has the number of another process', { started: '1' }],
    ['ran before the machine was started again', { boot: 'before' }],
  ])('takes over from an owner that %s', (_title, change) => {
    lockAs(change);
    const release = lockForProcess(file);
    expect(() => lockForProcess(file)).toThrow(expect.objectContaining(refusal));
    release();
    lockForProcess(file);
  });

  it('does not take over from an owner on a host that it cannot see', () => {
    lockAs({ host: 'elsewhere', pid: 4_194_304 });
    expect(() => lockForProcess(file)).toThrow(/on elsewhere.*remove .*owner-1/);
  });

  it('lets one of several processes take over that found the same dead owner', () => {
    lockAs({ pid: 4_194_304 });
    lockForProcess(file);
    const [winner = ''] = links();
    // Another process that saw only the dead owner tries to make the same link, and finds it made.
    expect(readFileSync(winner, 'utf8')).toContain(`"pid":${process.pid}`);
    expect(() => lockForProcess(file)).toThrow(expect.objectContaining(refusal));
  });
});
