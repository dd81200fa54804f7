import { expect, it } from 'vitest';
import type { CellResult } from '../../src/fault-matrix/cell.ts';
import { renderMatrix } from '../../src/fault-matrix/render-matrix.ts';

const entry = { nature: 'doubtful', about: 'something went wrong' } as const;
const cell = {
  verb: 'transfer',
  personality: 'honours',
  isRepeated: true,
  firstAnswer: 'succeeded',
  strikes: 'once',
  fault: 'reset_after',
  entry,
} as const;
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

it('puts faults that only one protocol has last, and leaves out what the provider was not tried with', () => {
  const results: readonly CellResult[] = [
    { cell: { ...cell, fault: 'html_200' }, observation, violations: [] },
    { cell, observation, violations: [] },
  ];
  const rows = renderMatrix('an acquirer', results).split('\n').slice(-5, -1);
  expect(rows).toEqual([
    '| fault | honours, once | honours, always |',
    '|---|---|---|',
    '| `reset_after` | succeeded · 2 · 1 → succeeded | – |',
    '| `html_200` | succeeded · 2 · 1 → succeeded | – |',
  ]);
});
