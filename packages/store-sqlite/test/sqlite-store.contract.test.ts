import { storeContract, type TestRunner } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { drivers, subjectOf } from './support/subject.ts';

/** A thread that runs the sources starts slowly, and differs only in how commands reach the file: a sample is enough. */
const sampled = /200 callers|to the last unit|whose words|does not know|over a restart/;
const sample: TestRunner = {
  describe,
  it: (name, body, timeoutMs) => sampled.test(name) && it(name, body, timeoutMs),
};

for (const driver of drivers) {
  storeContract({ describe, it }, subjectOf({ driver, thread: 'same' }));
  storeContract(sample, subjectOf({ driver, thread: 'worker' }));
}
