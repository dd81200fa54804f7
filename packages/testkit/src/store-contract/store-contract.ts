import type { TestRunner } from '../test-runner.ts';
import { claimChecks } from './claim-checks.ts';
import { inboxChecks } from './inbox-checks.ts';
import { jobChecks } from './job-checks.ts';
import { likenessChecks } from './likeness-checks.ts';
import { lookupChecks } from './lookup-checks.ts';
import { restartChecks } from './restart-checks.ts';
import { retentionChecks } from './retention-checks.ts';
import { stepChecks } from './step-checks.ts';
import type { StoreCheck, StoreSubject } from './store-subject.ts';

/** Every check that needs no restart, by its title. */
export const storeChecks: Readonly<Record<string, StoreCheck>> = {
  ...claimChecks,
  ...stepChecks,
  ...lookupChecks,
  ...jobChecks,
  ...inboxChecks,
  ...retentionChecks,
  ...likenessChecks,
};

/** A store on a busy machine may take its time: no check is about speed. */
const timeoutMs = 60_000;

/** Registers one test for each thing that every store owes to the gateway. */
export function storeContract(runner: TestRunner, subject: StoreSubject): void {
  const checks = { ...storeChecks, ...(subject.durable && restartChecks) };
  runner.describe(`store contract of ${subject.name}`, () => {
    for (const [title, check] of Object.entries(checks)) runner.it(title, () => runOn(subject, check), timeoutMs);
  });
}

async function runOn(subject: StoreSubject, check: StoreCheck): Promise<void> {
  const opened = await subject.open();
  try {
    await check(opened);
  } finally {
    await opened.close();
  }
}
