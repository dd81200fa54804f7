import { faultMatrix, renderMatrix } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { subject } from './sandbox-bench.ts';

const matrix = faultMatrix({ describe, it }, subject);

it('comes to the table in fault-matrix.md', async () => {
  await expect(renderMatrix(subject.name, await matrix.results())).toMatchFileSnapshot('../fault-matrix.md');
});
