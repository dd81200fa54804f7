import { setImmediate as turn } from 'node:timers/promises';
import { median, shuffled } from './statistics.ts';

/** A piece of work whose cost is measured. */
export interface Work {
  readonly name: string;
  /** Makes what one sample needs, outside the measurement. */
  prepare(): Promise<() => unknown> | (() => unknown);
  /** How often the work is done in one sample. */
  readonly times: number;
}

/** The CPU time of each piece of work in microseconds, median over the rounds of {@link measureRounds}. */
export async function measureCosts(works: readonly Work[], rounds: number): Promise<ReadonlyMap<string, number>> {
  const samples = await measureRounds(works, rounds, 1);
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/**
 * The CPU time of each piece of work in microseconds, one value a round; the pieces run in a new random order in each round.
 * The first rounds warm up and are not kept. Work that returns a promise is awaited.
 */
export async function measureRounds(
  works: readonly Work[],
  rounds: number,
  warmUpRounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const samples = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const work of shuffled(works, Math.random)) {
      const micros = await sample(work);
      if (round >= 0) samples.get(work.name)?.push(micros);
    }
  }
  return samples;
}

/** How many times the cost of another piece of work one costs: the median of the ratios inside each round. */
export function medianRatio(samples: ReadonlyMap<string, readonly number[]>, one: string, other: string): number {
  const others = samples.get(other) ?? [];
  return median((samples.get(one) ?? []).map((value, round) => value / (others[round] ?? Number.NaN)));
}

async function sample({ prepare, times }: Work): Promise<number> {
  const run = await prepare();
  // What the preparation left to be done is not part of the work.
  await turn();
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) {
    const pending = run();
    if (pending instanceof Promise) await pending;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}
