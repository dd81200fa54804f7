import { faultMatrix, renderMatrix } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { subject } from './rafiki-bench.ts';

// A 503 does not say what was executed; a transfer that was sent is not given back.
const matrix = faultMatrix({ describe, it }, subject, {
  verbs: ['transfer'],
  personalities: ['honours'],
  natures: { unavailable_503: 'doubtful' },
});

it('comes to the table in fault-matrix.md', async () => {
  await expect(renderMatrix(subject.name, await matrix.results())).toMatchFileSnapshot('../fault-matrix.md');
});
