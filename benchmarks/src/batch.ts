import type { BenchClient } from './bench-client.ts';
import { percentile } from './statistics.ts';

/** How many payments, and how many of them at the same time. */
export interface Load {
  readonly calls: number;
  readonly inFlight: number;
}

/** What a batch came to. */
export interface BatchResult {
  /** User and system time of this process per call, in microseconds. */
  readonly cpuMicros: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly wallMs: number;
}

/** Makes payments and measures them. Connections are opened, and code is warm, before the measurement begins. */
export async function runBatch(client: BenchClient, { calls, inFlight }: Load): Promise<BatchResult> {
  client.renew?.();
  await payAll(client, { calls: inFlight * 2 + 50, inFlight });
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  const latenciesMs = await payAll(client, { calls, inFlight });
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  latenciesMs.sort();
  return {
    cpuMicros: (user + system) / calls,
    perSecond: (calls / wallMs) * 1000,
    p50Ms: percentile(latenciesMs, 50),
    p99Ms: percentile(latenciesMs, 99),
    wallMs,
  };
}

async function payAll(client: BenchClient, { calls, inFlight }: Load): Promise<Float64Array> {
  const latenciesMs = new Float64Array(calls);
  let next = 0;
  async function payInLane(lane: number): Promise<void> {
    while (next < calls) {
      const call = next++;
      const startedAtMs = performance.now();
      await client.pay(lane);
      latenciesMs[call] = performance.now() - startedAtMs;
    }
  }
  await Promise.all(Array.from({ length: inFlight }, (_, lane) => payInLane(lane)));
  return latenciesMs;
}
