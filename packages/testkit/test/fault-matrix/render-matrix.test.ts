import { expect, it } from 'vitest';
import type { CellResult } from '../../src/fault-matrix/cell.ts';
import { renderMatrix } from '../../src/fault-matrix/render-matrix.ts';

const cell = { verb: 'transfer', personality: 'honours', strikes: 'once', fault: 'reset_after' } as const;
const observation = {
  outcome: 'succeeded',
  requests: 2,
  movements: 1,
  repeatRequests: 0,
  settledMovements: 1,
  settledStatus: 'succeeded',
  open: false,
  finalMovements: 1,
  canBeAsked: true,
} as const;

it('writes a row for each fault and a column for each way it strikes', () => {
  const results: readonly CellResult[] = [
    { cell, observation, violations: [] },
    { cell: { ...cell, personality: 'ignores' }, observation, violations: ['money moved 2 times for one key'] },
    { cell: { ...cell, fault: 'half_open' }, violations: ['the experiment broke'] },
  ];
  const text = renderMatrix('an acquirer', results);
  expect(text).toContain('3 experiments, 2 violations.');
  expect(text).toContain(
    '| `half_open` | **the experiment broke** | – | – | – |\n' +
      '| `reset_after` | succeeded · 2 · 1 → succeeded | – | succeeded · 2 · 1 → succeeded **violation** | – |\n',
  );
});
