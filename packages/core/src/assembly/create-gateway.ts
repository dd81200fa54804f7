import { announceNothing } from '../gateway/announce.ts';
import { GatewayEvents } from '../gateway/events.ts';
import { Following } from '../gateway/following.ts';
import { defaultTenant, type Identifiers, uuidIdentifiers } from '../gateway/identifiers.ts';
import { inquire } from '../gateway/inquire.ts';
import { Line } from '../gateway/line.ts';
import type { LookParts } from '../gateway/look.ts';
import { Opening } from '../gateway/opening.ts';
import { type ProviderRegistration, Registry } from '../gateway/registry.ts';
import { type Router, routeInOrder } from '../gateway/route.ts';
import { memoryLedger } from '../ledger/memory-ledger.ts';
import type { Store } from '../ledger/store.ts';
import type { TimelineEntry } from '../ledger/timeline-entry.ts';
import { processNotification } from '../notification/process.ts';
import { receive } from '../notification/receive.ts';
import { announceTo } from '../outbox/announce-to.ts';
import { Deliveries, type DeliveryParts } from '../outbox/deliveries.ts';
import type { OutboxOptions } from '../outbox/endpoint.ts';
import type { Clock } from '../provider/clock.ts';
import type { Provider } from '../provider/provider.ts';
import { systemClock } from '../provider/system-clock.ts';
import type { BreakerFactory } from '../resilience/breaker.ts';
import type { GuardPolicyOptions } from '../resilience/guard-policy.ts';
import { opossumBreaker } from '../resilience/opossum-breaker.ts';
import type { Random } from '../resilience/random.ts';
import { systemRandom } from '../resilience/system-random.ts';
import { settleByHand } from '../settlement/settle-by-hand.ts';
import { settle } from '../settlement/settlement.ts';
import { takeOver } from '../settlement/take-over.ts';
import { HandOver } from '../worker/hand-over.ts';
import { revive } from '../worker/revive.ts';
import type { TaskEngine } from '../worker/task-engine.ts';
import { Worker } from '../worker/worker.ts';
import type { Gateway } from './gateway.ts';

/** What a gateway is made of. Only `providers` is needed. */
export interface GatewayOptions {
  /** In the order in which they are asked when a command names none. */
  readonly providers: readonly (Provider | ProviderRegistration)[];
  /** Limits for all providers; a registration may have its own. */
  readonly policy?: GuardPolicyOptions;
  /** Default: {@link memoryLedger}, which forgets everything at exit. */
  readonly ledger?: Store;
  /** Where the host's own endpoints hear of its payments. Default: nowhere. */
  readonly outbox?: OutboxOptions;
  /** Decides when and where jobs are run. Default: the workers of all processes look for them. */
  readonly engine?: TaskEngine;
  /** Default: the order of registration. */
  readonly router?: Router;
  /** Default: opossum. */
  readonly breaker?: BreakerFactory;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly identifiers?: Identifiers;
}

/**
 * Makes a gateway, for hosts without a container.
 *
 * @throws PolyrailError `provider_duplicate`, `provider_invalid`, `configuration_invalid`
 */
export function createGateway(options: GatewayOptions): Gateway {
  const {
    clock = systemClock,
    random = systemRandom,
    identifiers = uuidIdentifiers,
    ledger = memoryLedger(),
  } = options;
  const events = new GatewayEvents();
  const environment = { clock, random, breaker: options.breaker ?? opossumBreaker };
  const registry = new Registry(options.providers, options.policy ?? {}, environment);
  const announce = options.outbox === undefined ? announceNothing : announceTo(options.outbox);
  const parts = { registry, ledger, clock, random, events, announce, identifiers };
  const line = new Line(parts);
  const opening = new Opening({ ...parts, line, router: options.router ?? routeInOrder });
  const following = new Following({ ...parts, line });
  const onFailed: DeliveryParts['onFailed'] = (endpoint, attempts, reason) =>
    events.emit({ type: 'delivery_failed', endpoint, attempts, reason });
  const deliveries = new Deliveries({ ledger, ...environment, ...(options.outbox ?? noEndpoints), onFailed });
  const worker = createWorker(parts, deliveries, options.engine && engineSweepMs);
  const handOver = options.engine && handOverTo(options.engine, parts, worker);
  const wake = () => (handOver ?? worker).wake();
  let endWaking: (() => void) | undefined;
  return {
    authorize: (command, call) => opening.carryOut('authorize', command, call),
    charge: (command, call) => opening.carryOut('charge', command, call),
    transfer: (command, call) => opening.carryOut('transfer', command, call),
    requestPayment: (command, call) => opening.carryOut('requestPayment', command, call),
    capture: (command, call) => following.carryOut('capture', command, call),
    void: (command, call) => following.carryOut('void', command, call),
    refund: (command, call) => following.carryOut('refund', command, call),
    recall: (command, call) => following.carryOut('recall', command, call),
    async retrieve({ payment: id, tenant = defaultTenant }, call = {}) {
      const payment = await ledger.payment(tenant, id);
      return payment && inquire(parts, payment, call);
    },
    settleByHand: (settlement) => settleByHand(parts, settlement),
    reviews: ({ limit = 100, after } = {}) => ledger.reviews(limit, after),
    async receive(provider, message) {
      const reception = await receive(parts, provider, message);
      if (reception.kind === 'stored') wake();
      return reception;
    },
    timeline: async ({ payment, tenant = defaultTenant }) => (await ledger.timeline(tenant, payment)).toSorted(byTime),
    providers: () => registry.describe(),
    subscribe: (listener) => events.subscribe(listener),
    start() {
      if (!worker.start()) return;
      endWaking ??= ledger.onOffer?.(wake);
      handOver?.open();
    },
    drain: () => worker.drain(),
    buriedJobs: (limit = 100) => ledger.buried(limit),
    async reviveJob(id) {
      const revival = await revive(ledger, id, clock.now());
      if (revival === 'revived') wake();
      return revival;
    },
    async close() {
      endWaking?.();
      deliveries.stop();
      await Promise.all([worker.stop(), handOver?.stop()]);
      const closings = await Promise.allSettled([...registry.all()].map(({ provider }) => provider.transport.close()));
      await line.end();
      await ledger.close();
      for (const closing of closings) if (closing.status === 'rejected') throw closing.reason;
    },
  };
}

/** What a call has tried is recorded behind the webhook that overtook it. */
const byTime = (one: TimelineEntry, other: TimelineEntry): number => one.atMs - other.atMs;

const noEndpoints: OutboxOptions = { endpoints: [], send: async () => ({ kind: 'gone' }) };

/** Beside an engine a worker looks this seldom, for what the engine has forgotten. */
const engineSweepMs = 30_000;

function handOverTo(engine: TaskEngine, { ledger, clock, events }: LookParts, worker: Worker): HandOver {
  const onTrouble = (message: string) => events.emit({ type: 'trouble', message });
  return new HandOver({ jobs: ledger, engine, clock, carryOut: (id) => worker.carryOut(id), onTrouble });
}

function createWorker(parts: LookParts, deliveries: Deliveries, pollMs?: number): Worker {
  const { ledger, clock, random, events } = parts;
  return new Worker({
    jobs: ledger,
    clock,
    random,
    ...(pollMs !== undefined && { pollMs }),
    works: {
      settlement: (job, untilMs) => settle(parts, job, untilMs),
      notification: (job, untilMs) => processNotification(parts, job, untilMs),
      delivery: (job) => deliveries.carryOut(job),
    },
    sweep: () => takeOver(parts),
    onBuried: (job) => events.emit({ type: 'job_buried', job }),
    onTrouble: (message) => events.emit({ type: 'trouble', message }),
  });
}
