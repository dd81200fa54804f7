import { faultMatrix, renderMatrix } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { subject } from './sandbox-bench.ts';

// What was sent is asked back by a recall: a refund gives back what was received.
const matrix = faultMatrix({ describe, it }, subject, { verbs: ['transfer'] });

it('comes to the table in fault-matrix.md', async () => {
  await expect(renderMatrix(subject.name, await matrix.results())).toMatchFileSnapshot('../fault-matrix.md');
});
