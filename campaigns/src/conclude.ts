import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '@polyrail/core';
import { read, textIn } from './ask.ts';
import type { CampaignResult } from './campaign-result.ts';
import type { Counterparty } from './counterparty.ts';
import type { GatewayProcess } from './gateway-process.ts';
import { inParts } from './in-parts.ts';
import { type Evidence, type FinalPayment, paymentsOf, type Verdict } from './judge.ts';
import type { Load } from './load.ts';
import { isSettled, type Order } from './order.ts';
import type { StorePlace } from './store-place.ts';

/** What takes part in a campaign. */
export interface Cast {
  readonly counterparty: Counterparty;
  readonly load: Load;
  readonly place: StorePlace;
}

/** The evidence, and what it took to get there. */
export interface Conclusion {
  readonly evidence: Evidence;
  /** Operations that the gateway had left for somebody to ask about. The resolver should leave none. */
  readonly askedFor: number;
  /** Jobs that were given up, with their reasons. */
  readonly buried: readonly string[];
  /** Forged events that were answered for with 2xx. */
  readonly believedForgeries: readonly string[];
  /** Jobs that are not done, although all time has passed. */
  readonly waiting: number;
}

// Each is longer than the lease of a job, than the time after which an owner counts as dead, and than that for which "not
// found" says nothing; from the second on, also than the time to the next look.
const stepsMs: readonly number[] = [150_000, 700_000, 4_000_000];

// A key that was set free is executed anew, and may have to be settled again.
const longestRounds = 12;

/**
 * Lets a running gateway finish: customers insist on an answer, time passes, the resolver settles. Then ends the gateway
 * and collects what every side says.
 */
export async function conclude({ counterparty, load, place }: Cast, gateway: GatewayProcess): Promise<Conclusion> {
  counterparty.disarmFaults();
  counterparty.sandbox.behave({ settlement: 'sync' });
  for (let round = 0; round < longestRounds; round += 1) {
    await inParts(unsettled(load), 16, (order) => load.insist(order, 3));
    if (round >= stepsMs.length && unsettled(load).length === 0) break;
    counterparty.advance(stepsMs[round % stepsMs.length] ?? 0);
    gateway.shiftClock(counterparty.shiftMs);
    await quiet(counterparty);
  }
  counterparty.noteAcknowledged();
  const askedBefore = counterparty.sandbox.requests.count;
  const ends = new Map<string, FinalPayment | undefined>();
  const ids = new Set(load.orders.flatMap(paymentsOf));
  await inParts(
    [...ids],
    16,
    async (id) => void ends.set(id, finalPayment(await read(gateway.url, `/v1/payments/${id}`))),
  );
  const askedFor = counterparty.sandbox.requests.count - askedBefore;
  await gateway.end('SIGTERM');
  const store = await place.open();
  const inStore = await inspect(store, counterparty).finally(() => store.close());
  return {
    evidence: {
      orders: load.orders,
      movements: counterparty.sandbox.book.movements(),
      payment: (id) => ends.get(id),
      acknowledgedEvents: counterparty.acknowledged,
      storedEvents: inStore.storedEvents,
    },
    askedFor,
    believedForgeries: [...counterparty.believedForgeries],
    buried: inStore.buried,
    waiting: inStore.waiting,
  };
}

/** What customers, the book and the post saw. */
export function countsOf({ counterparty: { sandbox, acknowledged }, load }: Cast): Readonly<Record<string, number>> {
  const ends = (status: number) => load.orders.filter(({ answers }) => answers.at(-1)?.status === status).length;
  return {
    requests: load.requests,
    'requests without an answer': load.unanswered,
    keys: load.orders.length,
    'keys that ended in success': ends(201),
    'keys that ended in a decline': ends(402),
    movements: sandbox.book.movements().length,
    'webhooks sent': sandbox.webhooks.attempted,
    'webhooks acknowledged': acknowledged.size,
  };
}

/** What breaks the promise. Both a judge's verdict and work that is left undone. */
export function violationsOf(verdict: Verdict, conclusion: Conclusion): CampaignResult['violations'] {
  const { askedFor, believedForgeries, buried, waiting } = conclusion;
  return {
    'acknowledged results lost or untrue': verdict.lost,
    'keys that moved money more than once': verdict.movedTwice,
    'acknowledged webhooks lost': verdict.webhooksLost,
    'forged webhooks believed': believedForgeries,
    'payments that do not end in their true state': verdict.untrue,
    'jobs given up': buried,
    'work left undone': [
      ...(askedFor === 0 ? [] : [`the acquirer was asked ${askedFor} times for payments that were still open`]),
      ...(waiting === 0 ? [] : [`${waiting} jobs wait`]),
    ],
  };
}

/** Resolves when the acquirer was not asked for longer than a gateway waits between two looks for jobs. */
async function quiet({ sandbox }: Counterparty): Promise<void> {
  let before: number;
  do {
    before = sandbox.requests.count;
    await pause(1_200);
    await sandbox.webhooks.settle();
  } while (before !== sandbox.requests.count);
}

function finalPayment(json: unknown): FinalPayment | undefined {
  const status = textIn(json, 'status');
  if (status === undefined) return undefined;
  return {
    status,
    providerReference: textIn(json, 'provider_reference'),
    refundedAmount: BigInt(textIn(json, 'refunded_amount') ?? 0),
    isOpen: textIn(json, 'open_operation') !== undefined,
  };
}

async function inspect(store: Store, { acknowledged }: Counterparty) {
  const storedEvents = new Set<string>();
  await inParts([...acknowledged], 16, async (event) => {
    if ((await store.notification(`sandbox-rest:${event}`)) !== undefined) storedEvents.add(event);
  });
  const buried = await store.buried(1_000);
  const waiting = await store.lease({ limit: 1_000, leaseMs: 1, nowMs: Number.MAX_SAFE_INTEGER / 2 });
  return { storedEvents, waiting: waiting.length, buried: buried.map(({ id, reason }) => `${id}: ${reason}`) };
}

function unsettled({ orders }: Load): readonly Order[] {
  return orders.filter((order) => !isSettled(order));
}
