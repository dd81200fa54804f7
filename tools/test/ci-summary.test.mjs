import { describe, expect, it } from 'vitest';
import { sumUp } from '../ci-summary.mjs';

const tests = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const checks = { passed: 8, failed: 0 };

describe('sumUp', () => {
  it('adds tests and checks', () => {
    expect(sumUp(tests, 0, checks, 0)).toEqual({ passed: 18, failed: 0, skipped: 3 });
  });

  it('counts failed tests and failed checks', () => {
    expect(sumUp({ ...tests, numFailedTests: 3 }, 1, { passed: 6, failed: 2 }, 1).failed).toBe(5);
  });

  it('counts a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(sumUp({ ...tests, testResults }, 1, checks, 0).failed).toBe(1);
  });

  it('counts a run that ended badly without a failed test, and a missing report', () => {
    expect(sumUp(tests, 1, checks, 0).failed).toBe(1);
    expect(sumUp(undefined, 1, undefined, 1)).toEqual({ passed: 0, failed: 2, skipped: 0 });
  });
});
