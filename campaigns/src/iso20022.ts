import { memoryLedger, type Random, type Store } from '@polyrail/core';
import type { InstantRail } from '@polyrail/provider-sandbox-iso20022';
import { seededRandom } from '@polyrail/testkit';
import type { CampaignResult } from './campaign-result.ts';
import { inParts } from './in-parts.ts';
import { judgeTransfers } from './iso20022/judge-transfers.ts';
import { type MortalGateway, mortalGateway } from './iso20022/mortal-gateway.ts';
import { type NetworkWorld, networkWorld } from './iso20022/network-world.ts';
import { type TransferOrder, tell, transferOrders } from './iso20022/transfer-order.ts';

/** How many payments, and over which rail. */
export interface Iso20022Options {
  readonly rail: InstantRail;
  readonly payments: number;
  readonly seed: number;
  /** How often the gateway dies. Default: 3. */
  readonly crashes?: number;
}

const batchSize = 50;

// From the time of an inquiry to longer than an operation may stay open before a person has to look at it.
const stepsMs: readonly number[] = [
  ...[26, 30, 60, 70, 130, 300, 600, 1_200, 1_800, 3_600].map((seconds) => seconds * 1_000),
  ...Array.from({ length: 14 }, () => 6 * 3_600_000),
];

/** Transfers over an instant-payment network that loses, delays, repeats and reorders, by a gateway that dies now and then. */
export async function iso20022Campaign({
  rail,
  payments,
  seed,
  crashes = 3,
}: Iso20022Options): Promise<CampaignResult> {
  const random = seededRandom(seed);
  const orders = transferOrders(rail, payments, random);
  const world = await networkWorld(rail, seed);
  const ledger = memoryLedger();
  const contradictions: string[] = [];
  let life = born(world, ledger, random);
  try {
    const batches = Math.ceil(payments / batchSize);
    const deaths = new Set(Array.from({ length: crashes }, (_, n) => Math.floor(((n + 0.5) * batches) / crashes)));
    for (let batch = 0; batch < batches; batch += 1) {
      world.sandbox.behave({ settlement: random() < 0.8 ? 'sync' : 'webhook' });
      const isLast = deaths.has(batch);
      if (isLast) life.dieAtCall(1 + Math.floor(random() * batchSize));
      const part = orders.slice(batch * batchSize, (batch + 1) * batchSize);
      contradictions.push(...(await offer(life, part)));
      if (isLast) {
        await life.end();
        life = born(world, ledger, random);
      }
      world.pass(500 + Math.floor(random() * 3_000));
      await catchUp(life, world);
    }
    for (const stepMs of stepsMs) {
      world.pass(stepMs);
      await catchUp(life, world);
      const unanswered = orders.filter(({ told }) => told.end === undefined);
      contradictions.push(...(await offer(life, unanswered)));
    }
    return await conclude(world, ledger, orders, contradictions);
  } finally {
    await life.end();
    await world.close();
  }
}

function born({ provider, clock }: NetworkWorld, ledger: Store, random: Random): MortalGateway {
  return mortalGateway({ provider: provider(), ledger, clock, random });
}

/** Customers ask for their transfers, for as long as the gateway lives. @returns contradictions in what they were told */
async function offer({ gateway, death }: MortalGateway, orders: readonly TransferOrder[]): Promise<readonly string[]> {
  const found: string[] = [];
  const answers = inParts(orders, 16, async (order) => {
    const contradiction = tell(order, await gateway.transfer(order.command));
    if (contradiction !== undefined) found.push(contradiction);
  });
  await Promise.race([answers, death]);
  return found;
}

/** Takes in what the network has sent, and does everything that is due. */
async function catchUp({ gateway }: MortalGateway, world: NetworkWorld): Promise<void> {
  await world.deliver(gateway);
  while ((await gateway.drain()) > 0);
}

async function conclude(
  { sandbox, sent }: NetworkWorld,
  ledger: Store,
  orders: readonly TransferOrder[],
  contradictions: readonly string[],
): Promise<CampaignResult> {
  const found = await Promise.all(
    orders.map(async (order) => {
      const payments = await Promise.all([...order.told.payments].map((id) => ledger.payment('default', id)));
      return [order, payments.filter((payment) => payment !== undefined)] as const;
    }),
  );
  const payments = new Map(found);
  const movements = sandbox.book.movements();
  const verdict = judgeTransfers({ orders, movements, payments: (order) => payments.get(order) ?? [] });
  const { iso20022, faults, book } = sandbox;
  const buried = await ledger.buried(1_000);
  return {
    counts: {
      payments: orders.length,
      ...Object.fromEntries(faults.armed().map(({ fault, id, fired }) => [`${fault} (${id})`, fired])),
      'messages sent': sent.count,
      'of them inquiries': sent.inquiries,
      'of them the same message again': sent.resends,
      'messages taken from the stream': sent.received,
      movements: movements.length,
      ...Object.fromEntries(Object.entries(verdict.ends).map(([status, count]) => [`payments ${status}`, count])),
    },
    violations: {
      'double credits': verdict.doubled,
      'payments lost': verdict.lost,
      'payments that are not as in the book': [
        ...verdict.untrue,
        ...contradictions,
        ...(book.isBalanced() ? [] : ['the book is not balanced']),
      ],
      'payments neither over nor with a person': verdict.open,
      'inquiries before the allowed time': iso20022
        .violations()
        .map(({ message, byMs }) => `${message} came ${byMs} ms too early`),
      'messages sent again with other bytes': sent.changed,
      'jobs given up': buried.map(({ id, reason }) => `${id}: ${reason}`),
    },
  };
}
