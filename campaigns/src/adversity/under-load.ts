import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@polyrail/testkit';
import { ask } from '../ask.ts';
import type { CampaignResult } from '../campaign-result.ts';
import { conclude, countsOf, violationsOf } from '../conclude.ts';
import { Counterparty } from '../counterparty.ts';
import { freePort } from '../free-port.ts';
import { GatewayProcess } from '../gateway-process.ts';
import { judge } from '../judge.ts';
import { Load } from '../load.ts';
import { newCharge, type Order } from '../order.ts';
import type { StorePlace } from '../store-place.ts';

/** A running gateway, and the means to look at it from outside. */
export interface Stage {
  readonly counterparty: Counterparty;
  /** The one that takes payments now. */
  readonly gateway: () => GatewayProcess;
  /** Ends the gateway in order. */
  stop(): Promise<void>;
  /** Makes one that has not begun yet. */
  prepare(): GatewayProcess;
  /** Lets a gateway that has begun take the payments. */
  use(gateway: GatewayProcess): void;
  /** One new payment, and how it was answered. */
  probe(): Promise<Probe>;
}

/** How a new payment was answered, and what the book has of it. */
export interface Probe {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly movements: number;
}

/** A fault, from its beginning to its end. It says what it found wrong on the way. */
export type Adversity = (stage: Stage) => Promise<readonly string[]>;

const customers = 8;
const calmMs = 700;

/** Runs a gateway under load, lets the fault come and go, sees that payments are taken again, and judges what is left. */
export async function underLoad(place: StorePlace, seed: number, adversity: Adversity): Promise<CampaignResult> {
  const counterparty = await Counterparty.start(seed);
  const settings = { store: place.setting, port: await freePort(), acquirer: counterparty.address };
  const prepare = () => new GatewayProcess(settings);
  const urls: string[] = [];
  const load = new Load(seededRandom(seed), () => urls);
  const isOver = new AbortController();
  let gateway = prepare();
  let probes = 0;
  const use = (ready: GatewayProcess) => {
    gateway = ready;
    counterparty.pushTo(ready.url);
    urls.push(ready.url);
  };
  const probe = async (): Promise<Probe> => {
    probes += 1;
    const order: Order = newCharge(`probe-${probes}`);
    load.orders.push(order);
    const answer = await ask(gateway.url, order);
    const moved = counterparty.sandbox.book.movements().filter(({ debit }) => debit === order.payer);
    return { status: answer?.status, code: answer?.code, movements: moved.length };
  };
  const stop = async () => {
    urls.length = 0;
    await gateway.end('SIGTERM');
  };
  try {
    await gateway.begin();
    use(gateway);
    const customersLeft = load.run(customers, isOver.signal);
    await pause(calmMs);
    const found = await adversity({ counterparty, gateway: () => gateway, stop, prepare, use, probe });
    await pause(calmMs);
    const after = await recovered(probe);
    isOver.abort();
    await customersLeft;
    const conclusion = await conclude({ counterparty, load, place }, gateway);
    return {
      counts: countsOf({ counterparty, load, place }),
      violations: {
        'wrong while it lasted': found,
        'no payments after it ended': after,
        ...violationsOf(judge(conclusion.evidence), conclusion),
      },
    };
  } finally {
    isOver.abort();
    await gateway.end('SIGKILL');
    await counterparty.sandbox.close();
  }
}

/** Payments are taken again within a few seconds. */
async function recovered(probe: () => Promise<Probe>): Promise<readonly string[]> {
  let last: Probe | undefined;
  for (let tries = 0; tries < 20; tries += 1) {
    last = await probe();
    if (last.status === 201) return [];
    await pause(250);
  }
  return [`the last of 20 payments was answered ${last?.status} ${last?.code}`];
}

/** While the store cannot keep anything, a new payment gets a clear refusal, and nothing is sent. */
export async function refusesClearly(probe: Stage['probe'], holdsMs: number): Promise<readonly string[]> {
  const untilMs = performance.now() + holdsMs;
  const wrong: string[] = [];
  let refused = 0;
  while (performance.now() < untilMs) {
    const { status, code, movements } = await probe();
    if (status === 503 && code === 'ledger_unavailable') refused += 1;
    else wrong.push(`a payment was answered ${status} ${code ?? ''}`);
    if (movements > 0) wrong.push('money moved without a record');
    await pause(50);
  }
  return refused === 0 ? [...wrong, 'nothing was refused'] : wrong;
}
