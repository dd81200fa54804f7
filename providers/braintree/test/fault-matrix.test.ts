import { faultMatrix, renderMatrix } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { subject } from './braintree-bench.ts';

// A 503 of Braintree does not say what was executed.
const matrix = faultMatrix({ describe, it }, subject, {
  personalities: ['ignores'],
  natures: { unavailable_503: 'doubtful' },
});

it('comes to the table in fault-matrix.md', async () => {
  await expect(renderMatrix(subject.name, await matrix.results())).toMatchFileSnapshot('../fault-matrix.md');
});
