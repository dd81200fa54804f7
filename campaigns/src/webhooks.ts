import { createGateway, type Gateway, type PaymentId, type Random, type Store, systemClock } from '@polyrail/core';
import { seededRandom } from '@polyrail/testkit';
import { type CampaignResult, quantiles } from './campaign-result.ts';
import { inParts } from './in-parts.ts';
import { chargeOf } from './keys.ts';
import { type EventType, type PocketAcquirer, pocketAcquirer } from './pocket-acquirer.ts';
import type { StorePlace } from './store-place.ts';

/** How many webhooks, and in what order. */
export interface WebhooksOptions {
  readonly place: StorePlace;
  readonly webhooks: number;
  readonly seed: number;
}

/** How many of the webhooks are repeats. */
const duplicateShare = 0.3;

/** One charge, and what its acquirer tells of it. */
interface Story {
  readonly paymentId: PaymentId;
  readonly key: string;
  /** In the order of the acquirer. The last one is how it ended. */
  readonly events: readonly EventType[];
}

interface Webhook {
  readonly story: Story;
  readonly type: EventType;
  readonly eventId: string;
}

/** A flood of signed webhooks in random order: half before anything is processed, half while it is. */
export async function webhooksCampaign({ place, webhooks, seed }: WebhooksOptions): Promise<CampaignResult> {
  const random = seededRandom(seed);
  const acquirer = pocketAcquirer('pending');
  const ledger = await place.open();
  const gateway = createGateway({ providers: [acquirer.provider], ledger });
  try {
    const stories = await tell(gateway, acquirer, random, Math.round(webhooks * (1 - duplicateShare)));
    const flood = floodOf(stories, webhooks, random);
    const arrivals = new Map<string, Arrival>();
    const push = pusher(gateway, acquirer, arrivals);
    const half = Math.floor(webhooks / 2);
    const stopped = await push(flood.slice(0, half));
    const processedEarly = await countSettled(ledger, stories);
    gateway.start();
    const busy = await push(flood.slice(half));
    const drainedAtMs = performance.now();
    while ((await gateway.drain()) > 0);
    const drainMs = performance.now() - drainedAtMs;
    const distinct = new Set(flood.map(({ eventId }) => eventId)).size;
    return {
      counts: {
        webhooks,
        'distinct events': distinct,
        payments: stories.length,
        'acknowledged a second, processing stopped': stopped.rate,
        'acknowledgement, ms p50 / p99, processing stopped': `${stopped.p50} / ${stopped.p99}`,
        'acknowledgement, ms p50 / p99, processing at work': `${busy.p50} / ${busy.p99}`,
        'time to work off the rest, s': Math.round(drainMs / 1_000),
      },
      violations: {
        'acknowledgements that are wrong': [
          ...stopped.wrong,
          ...busy.wrong,
          ...countsDiffer('new events', stopped.fresh + busy.fresh, distinct),
          ...countsDiffer('events processed although processing was stopped', processedEarly, 0),
        ],
        "payments whose state or story is not the book's": await differences(gateway, ledger, stories, arrivals),
        'webhooks given up': (await gateway.buriedJobs(1_000)).map(({ id, reason }) => `${id}: ${reason}`),
      },
    };
  } finally {
    await gateway.close();
  }
}

/** Makes charges that stay pending, until their events are as many as wanted. */
async function tell(
  gateway: Gateway,
  { executions }: PocketAcquirer,
  random: Random,
  wanted: number,
): Promise<readonly Story[]> {
  const plans: (readonly EventType[])[] = [];
  for (let count = 0; count < wanted; ) {
    const steps = (['pending', 'action_required'] as const).filter(() => random() < 0.66);
    const plan: readonly EventType[] = [...steps, random() < 0.8 ? 'succeeded' : 'declined'];
    plans.push(plan.slice(-(wanted - count)));
    count += plan.length;
  }
  const stories: Story[] = [];
  await inParts(plans, 32, async (events, n) => {
    const { payment, operationId = '' } = await gateway.charge(chargeOf(`story-${n}`));
    if (payment === undefined) throw new Error(`charge ${n} was not taken (${operationId})`);
    const key = payment.providerReference?.replace('ref-', '') ?? '';
    if (!executions.has(key)) throw new Error(`charge ${n} has no key`);
    stories.push({ paymentId: payment.id, key, events });
  });
  return stories;
}

/** Every event once and some again, all in random order. */
function floodOf(stories: readonly Story[], count: number, random: Random): readonly Webhook[] {
  const distinct = stories.flatMap((story) =>
    story.events.map((type): Webhook => ({ story, type, eventId: `evt_${story.key}_${type}` })),
  );
  const repeats = Array.from(
    { length: count - distinct.length },
    () => distinct[Math.floor(random() * distinct.length)],
  );
  const flood = [...distinct, ...repeats.flatMap((webhook) => webhook ?? [])].map((webhook) => ({
    webhook,
    order: random(),
  }));
  return flood.toSorted((a, b) => a.order - b.order).map(({ webhook }) => webhook);
}

/** When an event was sent for the first time, and when it was acknowledged. */
interface Arrival {
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

interface Pushed {
  readonly p50: number;
  readonly p99: number;
  readonly rate: number;
  readonly fresh: number;
  readonly wrong: readonly string[];
}

/** Pushes webhooks as a provider does, and notes when each event was first acknowledged. */
function pusher(gateway: Gateway, acquirer: PocketAcquirer, arrivals: Map<string, Arrival>) {
  return async (webhooks: readonly Webhook[]): Promise<Pushed> => {
    const latencies: number[] = [];
    const wrong: string[] = [];
    let fresh = 0;
    const startedAtMs = performance.now();
    await inParts(webhooks, 32, async ({ eventId, story, type }) => {
      const message = acquirer.notify(eventId, story.key, type, systemClock.now());
      const askedAtMs = performance.now();
      const reception = await gateway.receive('pocket', message);
      const answeredAtMs = performance.now();
      latencies.push(answeredAtMs - askedAtMs);
      const [answer] = reception.kind === 'stored' ? reception.events : [reception.kind];
      if (answer === 'new') {
        fresh += 1;
        arrivals.set(eventId, { askedAtMs, answeredAtMs });
      } else if (answer !== 'duplicate') wrong.push(`${eventId} was answered ${answer}`);
    });
    const rate = Math.round((webhooks.length / (performance.now() - startedAtMs)) * 1_000);
    return { ...quantiles(latencies), rate, fresh, wrong };
  };
}

async function countSettled(ledger: Store, stories: readonly Story[]): Promise<number> {
  const some = stories.slice(0, 100);
  const payments = await Promise.all(some.map(({ paymentId }) => ledger.payment('default', paymentId)));
  return payments.filter((payment) => payment?.status !== 'pending').length;
}

function countsDiffer(what: string, count: number, wanted: number): readonly string[] {
  return count === wanted ? [] : [`${count} ${what}, not ${wanted}`];
}

/** Holds each payment, and what its timeline tells of webhooks, against the book and against the order of arrival. */
async function differences(
  gateway: Gateway,
  ledger: Store,
  stories: readonly Story[],
  arrivals: ReadonlyMap<string, Arrival>,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  await inParts(stories, 32, async ({ paymentId, key, events }) => {
    const payment = await ledger.payment('default', paymentId);
    if (payment?.status !== events.at(-1) || payment?.openOperation !== undefined)
      wrong.push(`${paymentId} is ${payment?.status}, the book says ${events.at(-1)}`);
    const timeline = await gateway.timeline({ payment: paymentId });
    const told = timeline.flatMap(({ text }) => /pushed (\w+)/.exec(text)?.[1] ?? []);
    if (new Set(told).size !== told.length) wrong.push(`${paymentId} heard twice: ${told.join(', ')}`);
    const inTurn = told.flatMap((type) => arrivals.get(`evt_${key}_${type}`) ?? []);
    // Two that were under way at the same time may come in either order.
    const isOvertaken = inTurn.some(({ askedAtMs }, n) =>
      inTurn.slice(n + 1).some((later) => later.answeredAtMs < askedAtMs),
    );
    if (isOvertaken || inTurn.length !== told.length) wrong.push(`${paymentId} out of order: ${told.join(', ')}`);
  });
  return wrong;
}
