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

/**
 * The CPU time of each piece of work in microseconds, median over the rounds; the pieces run in a new random order in each round.
 * A first round warms up and is not kept. Work that returns a promise is awaited.
 */
export async function measureCosts(works: readonly Work[], rounds: number): Promise<ReadonlyMap<string, number>> {
  const samples = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const work of shuffled(works, Math.random)) {
      const micros = await sample(work);
      if (round > 0) samples.get(work.name)?.push(micros);
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
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
