import { AssertionError } from 'node:assert';
import type { Subject } from '../bench.ts';
import type { TestRunner } from '../test-runner.ts';
import { type Cell, type CellResult, cellsOf, type MatrixOptions, titleOf } from './cell.ts';
import { pooled } from './pooled.ts';
import { runCell } from './run-cell.ts';

/** The matrix as it runs. */
export interface FaultMatrix {
  /** Every result, in the order of the cells. Runs the matrix when no test has done so yet. */
  results(): Promise<readonly CellResult[]>;
}

/** A matrix takes longer than one test usually may: its first test waits for the whole of it. */
const timeoutMs = 120_000;

/**
 * Registers one test for each fault × personality × verb. Each asks the simulator's book, not the gateway, whether money
 * moved at most once, and whether the gateway said the truth about it.
 *
 * @returns the results, for {@link renderMatrix}
 */
export function faultMatrix(runner: TestRunner, subject: Subject<string>, options: MatrixOptions = {}): FaultMatrix {
  const cells = cellsOf(subject, options);
  let running: readonly Promise<CellResult>[] | undefined;
  const start = () => {
    running ??= startAll(subject, cells, options);
    return running;
  };
  runner.describe(`fault matrix of ${subject.name}`, () => {
    cells.forEach((cell, index) => {
      runner.it(titleOf(cell), async () => report(await start()[index]), timeoutMs);
    });
  });
  return { results: () => Promise.all(start()) };
}

/** Runs the matrix without a test runner. */
export function runFaultMatrix(subject: Subject<string>, options: MatrixOptions = {}): Promise<readonly CellResult[]> {
  return Promise.all(startAll(subject, cellsOf(subject, options), options));
}

function startAll(
  subject: Subject<string>,
  cells: readonly Cell[],
  { parallelism = 32 }: MatrixOptions,
): readonly Promise<CellResult>[] {
  return pooled(
    cells.map((cell) => () => runCell(subject, cell)),
    parallelism,
  );
}

function report(result: CellResult | undefined): void {
  if (result === undefined || result.violations.length === 0) return;
  const { observation, violations } = result;
  throw new AssertionError({ message: `${violations.join('\n')}\n${JSON.stringify(observation)}` });
}
