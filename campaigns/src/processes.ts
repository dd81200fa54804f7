import { setTimeout as pause } from 'node:timers/promises';
import { ask, read } from './ask.ts';
import type { CampaignResult } from './campaign-result.ts';
import { Counterparty } from './counterparty.ts';
import { freePort } from './free-port.ts';
import { GatewayProcess } from './gateway-process.ts';
import { newCharge, type Order } from './order.ts';
import type { StorePlace } from './store-place.ts';

/** How many gateways share the store, and how much they are given. */
export interface ProcessesOptions {
  readonly place: StorePlace;
  readonly processes: number;
  /** Keys that are sent to all gateways at once. Jobs: a tenth. */
  readonly keys: number;
  readonly seed: number;
  /** How long to wait for what has to happen, in milliseconds. Default: 30,000. */
  readonly patienceMs?: number;
}

/** A job is one process's for this long. */
const leaseMs = 60_000;
/** After this an owner counts as dead, and after this longer somebody has looked. */
const ownerDiedAfterMs = 150_000;
/** Longer than a gateway waits between two looks for jobs. */
const pollMs = 1_200;
/** A busy machine is given this long for what has to happen. */
const usualPatienceMs = 30_000;

/** Several reference hosts on one store: who moves money, who does a job, and who takes over from a dead one. */
export async function processesCampaign(options: ProcessesOptions): Promise<CampaignResult> {
  const counterparty = await Counterparty.start(options.seed);
  const gateways = await Promise.all(
    Array.from({ length: options.processes }, async () => {
      const settings = { store: options.place.setting, port: await freePort(), acquirer: counterparty.address };
      return new GatewayProcess({ ...settings, attemptTimeoutMs: 5_000 });
    }),
  );
  const cast = { counterparty, gateways, patienceMs: options.patienceMs ?? usualPatienceMs };
  try {
    await Promise.all(gateways.map((gateway) => gateway.begin()));
    const movedTwice = await sendToAll(cast, options.keys);
    const jobs = Math.ceil(options.keys / 10);
    const ranTwice = await shareJobs(cast, jobs);
    const notTakenOver = await takeOver(cast, 16);
    return {
      counts: {
        processes: options.processes,
        keys: options.keys,
        'callers of each key': 2 * options.processes,
        movements: counterparty.sandbox.book.movements().length,
        'jobs shared': jobs,
        'jobs and payments of the killed process': 2 * 16,
      },
      violations: {
        'keys that did not move money exactly once': movedTwice,
        'jobs that did not run exactly once': ranTwice,
        'work of the killed process that was taken too early, or not within its lease': notTakenOver,
      },
    };
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.end('SIGKILL')));
    await counterparty.sandbox.close();
  }
}

interface Cast {
  readonly counterparty: Counterparty;
  readonly gateways: readonly GatewayProcess[];
  readonly patienceMs: number;
}

/** Two callers at every gateway, with the same key, at an acquirer that executes whatever it gets. */
async function sendToAll({ counterparty: { sandbox }, gateways }: Cast, keys: number): Promise<readonly string[]> {
  sandbox.behave({ personality: 'ignores' });
  const orders = Array.from({ length: keys }, (_, n) => newCharge(`shared-${n}`));
  for (let first = 0; first < keys; first += 16)
    await Promise.all(
      orders.slice(first, first + 16).flatMap((order) =>
        [...gateways, ...gateways].map(async ({ url }) => {
          for (let answer = await ask(url, order); answer?.status === 409; answer = await ask(url, order))
            await pause(20);
        }),
      ),
    );
  sandbox.behave({ personality: 'honours' });
  return orders.filter((order) => !isOneSuccess(order) || movementsOf(sandbox, order) !== 1).map(({ key }) => key);
}

function isOneSuccess({ answers }: Order): boolean {
  const final = answers.filter(({ status }) => status !== 409);
  return final.every(({ status }) => status === 201) && new Set(final.map(({ paymentId }) => paymentId)).size === 1;
}

/** Payments that stay pending: each is asked about once whenever it is due, by whichever gateway. */
async function shareJobs(cast: Cast, jobs: number): Promise<readonly string[]> {
  const { counterparty, gateways } = cast;
  const { sandbox } = counterparty;
  sandbox.behave({ settlement: 'poll', settleAfterMs: 10 * ownerDiedAfterMs });
  sandbox.faults.add({ fault: 'delay', delayMs: 150, rate: 1, match: { operation: 'inquire' } });
  const orders = Array.from({ length: jobs }, (_, n) => newCharge(`pending-${n}`));
  await Promise.all(orders.map((order, n) => ask(urlOf(gateways, n), order)));
  const wrong: string[] = [];
  // The first look is due after a minute, the second ten minutes later, with a tenth of jitter.
  for (const stepMs of [67_000, 661_000]) {
    const before = sandbox.requests.count;
    await shift(counterparty, gateways, stepMs);
    const looksSince = async () =>
      sandbox.requests.list().filter(({ id, operation }) => id > before && operation === 'inquire');
    await eventually(cast, looksSince, ({ length }) => length >= jobs);
    await quiet(sandbox);
    const looks = await looksSince();
    for (const path of new Set(looks.map((look) => look.path))) {
      const count = looks.filter((look) => look.path === path).length;
      if (count !== 1) wrong.push(`${path} was asked ${count} times`);
    }
    if (looks.length !== jobs) wrong.push(`${looks.length} looks at ${jobs} open payments`);
  }
  sandbox.faults.clear();
  sandbox.behave({ settlement: 'sync' });
  return wrong;
}

/** One gateway dies with jobs and with payments in its hands. Another may touch neither before their time, and then has to. */
async function takeOver(cast: Cast, count: number): Promise<readonly string[]> {
  const { counterparty, gateways } = cast;
  const { sandbox } = counterparty;
  const [victim, ...heirs] = gateways;
  if (victim === undefined) return ['there is no gateway'];
  // From here on the heirs are late: whatever is due is the victim's.
  sandbox.behave({ settlement: 'poll', settleAfterMs: 70_000 });
  const pending = Array.from({ length: count }, (_, n) => newCharge(`leased-${n}`));
  await Promise.all(pending.map((order) => ask(victim.url, order)));
  sandbox.behave({ settlement: 'sync' });
  sandbox.faults.add({ fault: 'hang_after', rate: 1 });
  counterparty.advance(67_000);
  victim.shiftClock(counterparty.shiftMs);
  while (sandbox.requests.inFlight < count) await pause(5);
  const inFlight = Array.from({ length: count }, (_, n) => newCharge(`in-flight-${n}`));
  const cut = Promise.all(inFlight.map((order) => ask(victim.url, order)));
  while (sandbox.requests.inFlight < 2 * count) await pause(5);
  await victim.end('SIGKILL');
  await cut;
  sandbox.faults.clear();
  const before = sandbox.requests.count;
  await shift(counterparty, heirs, 0);
  await shift(counterparty, heirs, leaseMs - 30_000);
  const early = sandbox.requests.count - before;
  await shift(counterparty, heirs, 31_000);
  const leased = await eventually(cast, () => statesOf(urlOf(heirs, 0), pending), areAll('succeeded'));
  await shift(counterparty, heirs, ownerDiedAfterMs - leaseMs);
  await shift(counterparty, heirs, 10_000);
  const askAgain = (order: Order) => ask(urlOf(heirs, 0), order).then((answer) => String(answer?.status));
  const interrupted = await eventually(cast, () => Promise.all(inFlight.map(askAgain)), areAll('201'));
  return [
    ...(early === 0 ? [] : [`${early} requests while the lease of the dead gateway was running`]),
    ...leased.filter((status) => status !== 'succeeded').map((status) => `a leased payment is ${status}`),
    ...interrupted.filter((status) => status !== '201').map((status) => `a payment in flight is answered ${status}`),
    ...inFlight.filter((order) => movementsOf(sandbox, order) !== 1).map(({ key }) => `${key} did not move money once`),
  ];
}

async function shift(counterparty: Counterparty, gateways: readonly GatewayProcess[], ms: number): Promise<void> {
  counterparty.advance(ms);
  for (const gateway of gateways) gateway.shiftClock(counterparty.shiftMs);
  await pause(pollMs);
}

/** What is seen once it is as it has to be, or at the end of the patience. */
async function eventually<Seen>(
  { patienceMs }: Cast,
  look: () => Promise<Seen>,
  isEnough: (seen: Seen) => boolean,
): Promise<Seen> {
  const endsAtMs = performance.now() + patienceMs;
  let seen = await look();
  while (!isEnough(seen) && performance.now() < endsAtMs) {
    await pause(100);
    seen = await look();
  }
  return seen;
}

function areAll(wanted: string): (seen: readonly string[]) => boolean {
  return (seen) => seen.every((each) => each === wanted);
}

async function quiet(sandbox: Counterparty['sandbox']): Promise<void> {
  let before: number;
  do {
    before = sandbox.requests.count;
    await pause(pollMs);
  } while (before !== sandbox.requests.count);
}

/** From the store: payments are read without asking the acquirer only once they are settled. */
async function statesOf(url: string, orders: readonly Order[]): Promise<readonly string[]> {
  return Promise.all(
    orders.map(async ({ answers }) => {
      const id = answers[0]?.paymentId ?? 'unknown';
      const timeline = JSON.stringify(await read(url, `/v1/payments/${id}/timeline`)) ?? 'gone';
      return timeline.includes('succeeded') ? 'succeeded' : `not settled: ${timeline}`;
    }),
  );
}

function movementsOf({ book }: Counterparty['sandbox'], { payer }: Order): number {
  return book.movements().filter(({ debit }) => debit === payer).length;
}

function urlOf(gateways: readonly GatewayProcess[], n: number): string {
  return gateways[n % gateways.length]?.url ?? '';
}
