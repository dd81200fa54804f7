import type { BatchResult, Load } from './batch.ts';
import { Child } from './child.ts';
import type { ClientName } from './client-list.ts';
import type { BatchAnswer } from './client-process.ts';
import { shuffled } from './statistics.ts';

/** One batch of one client in one round. */
export interface Sample extends BatchResult {
  readonly client: ClientName;
  readonly inFlight: number;
  readonly round: number;
  /** Share of the time in which the server was at work, 0 to 1. */
  readonly serverBusy: number;
}

/** What is measured, and how often. */
export interface Plan {
  readonly clients: readonly ClientName[];
  readonly loads: readonly Load[];
  readonly rounds: number;
}

// The optimizing compiler is done with the longest of the lines after some ten thousand calls.
const warmUpCalls = 6_000;

/**
 * Measures all clients side by side: each in a process that lives through all rounds, one after the other in a new random order
 * at each load of each round, against one server. A longer first round warms up and is not kept.
 *
 * The machine's noise then hits all clients alike, and ratios inside one round say more than any figure alone.
 */
export async function interleave(plan: Plan, onRound: (round: number) => void): Promise<readonly Sample[]> {
  const server = new Child<'cpu', number>('server-process.js');
  const port = String(await server.greeting);
  const processes = plan.clients.map((client) => ({
    client,
    child: new Child<Load, BatchAnswer>('client-process.js', [client, port]),
  }));
  await Promise.all(processes.map(({ child }) => child.greeting));
  const samples: Sample[] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    onRound(round);
    for (const load of plan.loads) {
      for (const { client, child } of shuffled(processes, Math.random)) {
        const result = await measured(child, round === 0 ? { ...load, calls: warmUpCalls } : load, server);
        if (round > 0) samples.push({ client, inFlight: load.inFlight, round, ...result });
      }
    }
  }
  for (const { child } of [...processes, { child: server }]) child.stop();
  return samples;
}

async function measured(
  child: Child<Load, BatchAnswer>,
  load: Load,
  server: Child<'cpu', number>,
): Promise<BatchResult & { readonly serverBusy: number }> {
  const cpuBefore = await server.ask('cpu');
  const startedAtMs = performance.now();
  const answer = await child.ask(load);
  const wallMs = performance.now() - startedAtMs;
  if ('failure' in answer) throw new Error(answer.failure);
  return { ...answer, serverBusy: ((await server.ask('cpu')) - cpuBefore) / 1000 / wallMs };
}
