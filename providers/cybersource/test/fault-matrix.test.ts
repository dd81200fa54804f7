import { faultMatrix, renderMatrix } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { subject } from './cybersource-bench.ts';

const matrix = faultMatrix({ describe, it }, subject, {
  personalities: ['ignores'],
  // A 503 does not say what was executed, and a decision that nobody knows is undone.
  natures: { unavailable_503: 'doubtful', unknown_status: 'doubtful' },
});

it('comes to the table in fault-matrix.md', async () => {
  await expect(renderMatrix(subject.name, await matrix.results())).toMatchFileSnapshot('../fault-matrix.md');
});
