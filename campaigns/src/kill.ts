import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@polyrail/core';
import { seededRandom } from '@polyrail/testkit';
import { type CampaignResult, quantiles } from './campaign-result.ts';
import { conclude, countsOf, violationsOf } from './conclude.ts';
import { Counterparty } from './counterparty.ts';
import { freePort } from './free-port.ts';
import { GatewayProcess } from './gateway-process.ts';
import { judge } from './judge.ts';
import { Load } from './load.ts';
import type { StorePlace } from './store-place.ts';

/** How a gateway is killed, and how often. */
export interface KillOptions {
  readonly place: StorePlace;
  readonly kills: number;
  readonly seed: number;
  /** Callers at once. Default: 12. */
  readonly customers?: number;
  /** The longest time between the start of the gateway and its end. Default: 700. */
  readonly longestLifeMs?: number;
}

// What passes between two lives: less than a lease, the lease, or longer than an owner may be silent.
const deadTimesMs: readonly number[] = [0, 30_000, 61_000, 150_000, 150_000];

/** Kills the reference host with SIGKILL at random moments under load, starts it again, and judges what is left. */
export async function killCampaign(options: KillOptions): Promise<CampaignResult> {
  const { place, kills, seed, customers = 12, longestLifeMs = 700 } = options;
  const random = seededRandom(seed);
  const counterparty = await Counterparty.start(seed);
  const settings = { store: place.setting, port: await freePort(), acquirer: counterparty.address };
  const urls: string[] = [];
  const load = new Load(seededRandom(seed + 1), () => urls);
  const isOver = new AbortController();
  const customersLeft = load.run(customers, isOver.signal);
  const readyMs: number[] = [];
  counterparty.armFaults(seed);
  let next = new GatewayProcess(settings);
  const take = async (): Promise<GatewayProcess> => {
    const gateway = next;
    next = new GatewayProcess(settings);
    await gateway.loaded();
    return gateway;
  };
  const live = async (gateway: GatewayProcess): Promise<void> => {
    const startedAtMs = performance.now();
    await gateway.begin(counterparty.shiftMs);
    readyMs.push(performance.now() - startedAtMs);
    counterparty.pushTo(gateway.url);
    urls.push(gateway.url);
  };
  try {
    for (let n = 0; n < kills; n += 1) {
      const gateway = await take();
      counterparty.sandbox.behave({ settlement: random() < 0.6 ? 'sync' : 'webhook' });
      const living = live(gateway);
      // Some are killed before they are ready.
      if (random() > 0.15) await living;
      await pause(random() * longestLifeMs);
      await gateway.end('SIGKILL');
      await living.catch(() => undefined);
      urls.length = 0;
      counterparty.noteAcknowledged();
      counterparty.advance(oneOf(deadTimesMs, random));
    }
    isOver.abort();
    const survivor = await take();
    await live(survivor);
    await customersLeft;
    const conclusion = await conclude({ counterparty, load, place }, survivor);
    const verdict = judge(conclusion.evidence);
    const { p50, p99 } = quantiles(readyMs);
    return {
      counts: {
        kills,
        ...countsOf({ counterparty, load, place }),
        'left to a person': verdict.inReview,
        'ready after a kill, ms p50': p50,
        'ready after a kill, ms p99': p99,
      },
      violations: violationsOf(verdict, conclusion),
    };
  } finally {
    isOver.abort();
    await next.end('SIGKILL');
    await counterparty.sandbox.close();
  }
}

function oneOf(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}
