import { describe, expect, it } from 'vitest';
import { isSafe, lockedVersions } from '../check-advisories.mjs';

describe('isSafe', () => {
  it.each([
    ['1.19.0', ['1.19.0'], true],
    ['1.14.1', ['1.19.0'], false],
    ['2.0.0', ['1.19.0'], true],
    ['7.3.1', ['7.3.2', '8.0.5'], false],
    ['7.3.2', ['7.3.2', '8.0.5'], true],
    ['8.0.4', ['7.3.2', '8.0.5'], false],
    ['6.9.9', ['7.3.2', '8.0.5'], false],
    ['0.8.15', ['0.8.15', '0.9.12'], true],
    ['0.9.11', ['0.8.15', '0.9.12'], false],
  ])('%s against %s: %s', (version, floors, safe) => expect(isSafe(version, floors)).toBe(safe));
});

describe('lockedVersions', () => {
  it('reads scoped names, peers and plain entries once', () => {
    const lockfile = "packages:\n\n  '@a/b@1.2.3':\n    x: y\n\n  c@4.5.6:\n\nsnapshots:\n\n  c@4.5.6(d@1.0.0):\n";
    expect(lockedVersions(lockfile)).toEqual([
      { name: '@a/b', version: '1.2.3' },
      { name: 'c', version: '4.5.6' },
    ]);
  });
});
