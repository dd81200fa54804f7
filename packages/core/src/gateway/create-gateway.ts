import { memoryLedger } from '../ledger/memory-ledger.ts';
import type { Store } from '../ledger/store.ts';
import type { Clock } from '../provider/clock.ts';
import type { Provider } from '../provider/provider.ts';
import type { BreakerFactory } from '../resilience/breaker.ts';
import type { GuardPolicyOptions } from '../resilience/guard-policy.ts';
import { opossumBreaker } from '../resilience/opossum-breaker.ts';
import type { Random } from '../resilience/random.ts';
import { systemClock } from '../resilience/system-clock.ts';
import { systemRandom } from '../resilience/system-random.ts';
import { announceNothing } from './announce.ts';
import { GatewayEvents } from './events.ts';
import { Following } from './following.ts';
import type { Gateway } from './gateway.ts';
import { defaultTenant, type Identifiers, uuidIdentifiers } from './identifiers.ts';
import { inquire } from './inquire.ts';
import { Line } from './line.ts';
import { Opening } from './opening.ts';
import { type ProviderRegistration, Registry } from './registry.ts';
import { type Router, routeInOrder } from './route.ts';

/** What a gateway is made of. Only `providers` is needed. */
export interface GatewayOptions {
  /** In the order in which they are asked when a command names none. */
  readonly providers: readonly (Provider | ProviderRegistration)[];
  /** Limits for all providers; a registration may have its own. */
  readonly policy?: GuardPolicyOptions;
  /** Default: {@link memoryLedger}, which forgets everything at exit. */
  readonly ledger?: Store;
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
  const recording = { ledger, clock, random, events, announce: announceNothing };
  const parts = { ...recording, registry, identifiers, line: new Line(recording) };
  const opening = new Opening({ ...parts, router: options.router ?? routeInOrder });
  const following = new Following(parts);
  return {
    authorize: (command, call) => opening.carryOut('authorize', command, call),
    charge: (command, call) => opening.carryOut('charge', command, call),
    transfer: (command, call) => opening.carryOut('transfer', command, call),
    requestPayment: (command, call) => opening.carryOut('requestPayment', command, call),
    capture: (command, call) => following.carryOut('capture', command, (on) => ({ ...command, ...on }), call),
    void: (command, call) => following.carryOut('void', command, (on) => ({ ...command, ...on }), call),
    refund: (command, call) => following.carryOut('refund', command, (on) => ({ ...command, ...on }), call),
    recall: (command, call) => following.carryOut('recall', command, (on) => ({ ...command, ...on }), call),
    async retrieve({ payment: id, tenant = defaultTenant }, call = {}) {
      const payment = await ledger.payment(tenant, id);
      return payment && inquire(parts, payment, call);
    },
    timeline: ({ payment, tenant = defaultTenant }) => ledger.timeline(tenant, payment),
    providers: () => registry.describe(),
    subscribe: (listener) => events.subscribe(listener),
    async close() {
      await Promise.all([...registry.all()].map(({ provider }) => provider.transport.close()));
    },
  };
}
