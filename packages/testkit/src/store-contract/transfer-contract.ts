import type { TestRunner } from '../test-runner.ts';
import type { DurableSubject } from './store-subject.ts';
import { type TransferCheck, transferChecks } from './transfer-checks.ts';

const timeoutMs = 120_000;

/** Registers one test for each thing that a move from one kind of store to another owes to its owner. */
export function transferContract(runner: TestRunner, from: DurableSubject, to: DurableSubject): void {
  runner.describe(`move from ${from.name} to ${to.name}`, () => {
    for (const [title, check] of Object.entries(transferChecks))
      runner.it(title, () => runBetween(from, to, check), timeoutMs);
  });
}

async function runBetween(from: DurableSubject, to: DurableSubject, check: TransferCheck): Promise<void> {
  const source = await from.open();
  try {
    const target = await to.open();
    try {
      await check(source.store, target.store);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
