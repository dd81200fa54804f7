// The last line of .ci/run: sums the test report and the check report in the folder given as argument.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A run that ended badly without a failed test (a crash, an unhandled error, no report) counts as one failure. */
export function sumUp(tests, testExit, checks, checkExit) {
  const unloaded = (tests?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failedTests = (tests?.numFailedTests ?? 0) + unloaded;
  const failedChecks = checks?.failed ?? 0;
  return {
    passed: (tests?.numPassedTests ?? 0) + (checks?.passed ?? 0),
    failed:
      (testExit === 0 ? failedTests : Math.max(failedTests, 1)) +
      (checkExit === 0 ? failedChecks : Math.max(failedChecks, 1)),
    skipped: (tests?.numPendingTests ?? 0) + (tests?.numTodoTests ?? 0),
  };
}

if (process.argv[1] === import.meta.filename) {
  const [folder, testExit, checkExit] = process.argv.slice(2);
  const read = (name) => {
    const file = join(folder, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const sum = sumUp(read('tests.json'), Number(testExit), read('checks.json'), Number(checkExit));
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
