import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@polyrail/core';
import { seededRandom } from '@polyrail/testkit';
import { ask } from './ask.ts';
import type { CampaignResult } from './campaign-result.ts';
import { Counterparty } from './counterparty.ts';
import { freePort } from './free-port.ts';
import { GatewayProcess } from './gateway-process.ts';
import { newCharge, type Order } from './order.ts';
import type { StorePlace } from './store-place.ts';

/** How often a gateway is suspended. */
export interface SuspendedOptions {
  readonly place: StorePlace;
  readonly times: number;
  readonly seed: number;
  /** Whether the clock of the suspended one goes on, as that of a machine does. Default: true. */
  readonly clockGoesOn?: boolean;
}

const charges = 24;
/** After this an owner counts as dead, and somebody has looked. */
const ownerDiedAfterMs = 151_000;
/** "Not found" means something after this, and the next look has come. */
const conclusiveAfterMs = 130_000;
/** For the first of them to arrive. */
const patienceMs = 5_000;
/** Longer than a gateway waits between two looks for jobs. */
const pollMs = 1_200;

/** Of two gateways on one store one is suspended with payments in its hands, the other takes them over, and the first one goes on. */
export async function suspendedCampaign(options: SuspendedOptions): Promise<CampaignResult> {
  const { place, times, seed, clockGoesOn = true } = options;
  const random = seededRandom(seed);
  const counterparty = await Counterparty.start(seed);
  const [suspended, heir] = await Promise.all([startGateway(place, counterparty), startGateway(place, counterparty)]);
  const cast = { counterparty, suspended, heir, random, clockGoesOn };
  const orders: Order[] = [];
  let takenOver = 0;
  try {
    await Promise.all(Array.from({ length: charges }, (_, n) => ask(suspended.url, newCharge(`warm-up-${n}`))));
    for (let time = 0; time < times; time += 1) {
      const batch = Array.from({ length: charges }, (_, n) => newCharge(`suspended-${time}-${n}`));
      orders.push(...batch);
      takenOver += await suspendWith(cast, batch);
    }
    const moved = counterparty.sandbox.book.movements();
    const movements = ({ payer }: Order) => moved.filter(({ debit }) => debit === payer).length;
    return {
      counts: { times, keys: orders.length, 'payments taken over': takenOver, movements: moved.length },
      violations: {
        'keys that did not move money exactly once': orders.filter((order) => movements(order) !== 1).map(keyOf),
        'keys that are not answered with their success': orders.filter((order) => !isReplayed(order)).map(keyOf),
      },
    };
  } finally {
    await Promise.all([suspended.end('SIGKILL'), heir.end('SIGKILL')]);
    await counterparty.sandbox.close();
  }
}

interface Cast {
  readonly counterparty: Counterparty;
  readonly suspended: GatewayProcess;
  readonly heir: GatewayProcess;
  readonly random: Random;
  readonly clockGoesOn: boolean;
}

async function startGateway(place: StorePlace, { address }: Counterparty): Promise<GatewayProcess> {
  const port = await freePort();
  const gateway = new GatewayProcess({ store: place.setting, port, acquirer: address, attemptTimeoutMs: 5_000 });
  await gateway.begin();
  return gateway;
}

/** @returns how many of the payments the heir found in flight */
async function suspendWith(cast: Cast, orders: readonly Order[]): Promise<number> {
  const { counterparty, suspended, heir, random, clockGoesOn } = cast;
  // At least one has not been answered when it goes on, however fast this machine is.
  counterparty.sandbox.faults.add({ fault: 'hang_after', times: 1 });
  const asked = Promise.all(orders.map((order) => ask(suspended.url, order)));
  // As the first ones arrive at the acquirer, others are claimed and not sent yet.
  const { requests } = counterparty.sandbox;
  const enough = requests.count + 1 + Math.floor((random() * charges) / 2);
  for (const endsAtMs = performance.now() + patienceMs; requests.count < enough && performance.now() < endsAtMs; )
    await nextTurn();
  suspended.suspend();
  const answers = await Promise.all(orders.map((order) => ask(heir.url, order)));
  await shift(cast, ownerDiedAfterMs);
  for (let looks = 0; looks < 10 && !(await areSettled(heir, orders)); looks += 1) await shift(cast, conclusiveAfterMs);
  // From here on whatever is sent moves money, also under a key that was sent before.
  counterparty.sandbox.behave({ personality: 'ignores' });
  if (clockGoesOn) suspended.shiftClock(counterparty.shiftMs);
  suspended.resume();
  await asked;
  await pause(pollMs);
  counterparty.sandbox.behave({ personality: 'honours' });
  suspended.shiftClock(counterparty.shiftMs);
  await areSettled(heir, orders);
  return answers.filter((answer) => answer?.status === 409).length;
}

async function areSettled({ url }: GatewayProcess, orders: readonly Order[]): Promise<boolean> {
  const answers = await Promise.all(orders.map((order) => ask(url, order)));
  return answers.every((answer) => answer?.status === 201);
}

async function shift({ counterparty, heir }: Cast, ms: number): Promise<void> {
  counterparty.advance(ms);
  heir.shiftClock(counterparty.shiftMs);
  await pause(pollMs);
}

function isReplayed({ answers }: Order): boolean {
  return answers.at(-1)?.status === 201;
}

function keyOf({ key }: Order): string {
  return key;
}
