import { transferContract } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { drivers, subjectOf } from './support/subject.ts';

for (const driver of drivers) {
  const subject = subjectOf({ driver, thread: 'same' });
  transferContract({ describe, it }, subject, subject);
}
