import type { TestRunner } from '../test-runner.ts';
import { codecChecks } from './codec-checks.ts';
import type { Check, ConformanceSubject } from './conformance-subject.ts';
import { declarationChecks } from './declaration-checks.ts';
import { lineChecks } from './line-checks.ts';

/** Every check by its title. */
export const conformanceChecks: Readonly<Record<string, Check>> = {
  ...declarationChecks,
  ...codecChecks,
  ...lineChecks,
};

/** Registers one test for each check that every provider of every protocol passes. */
export function conformance(runner: TestRunner, subject: ConformanceSubject): void {
  runner.describe(`conformance of ${subject.name}`, () => {
    for (const [title, check] of Object.entries(conformanceChecks)) runner.it(title, () => check(subject));
  });
}
