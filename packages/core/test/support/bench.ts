import {
  createGateway,
  type Gateway,
  type GatewayEvent,
  type GatewayOptions,
  memoryLedger,
  type PaymentId,
  type Receipt,
  type Store,
} from '../../src/index.ts';
import { half } from './property.ts';
import { type ScriptedProvider, scriptedProvider } from './scripted-provider.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A gateway on a virtual clock, with what a test looks at. */
export interface Bench {
  readonly gateway: Gateway;
  readonly clock: VirtualClock;
  readonly ledger: Store;
  readonly provider: ScriptedProvider;
  readonly events: GatewayEvent[];
  /** Moves the clock until the answer is there. */
  finish<T>(promise: Promise<T>): Promise<T>;
  /** The payment as it is stored, without asking anybody. */
  stored(id: PaymentId): ReturnType<Store['payment']>;
}

export function benchOf(options: Partial<GatewayOptions> & { readonly provider?: ScriptedProvider } = {}): Bench {
  const { provider = scriptedProvider(), ...rest } = options;
  const clock = new VirtualClock();
  const ledger = rest.ledger ?? memoryLedger();
  const gateway = createGateway({ providers: [provider], clock, random: half, ...rest, ledger });
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => events.push(event));
  return {
    gateway,
    clock,
    ledger,
    provider,
    events,
    finish: (promise) => clock.finish(promise),
    stored: (id) => ledger.payment('default', id),
  };
}

/** The id of the payment that a receipt is about. */
export function idOf({ payment }: Receipt): PaymentId {
  if (payment === undefined) throw new Error('the receipt has no payment');
  return payment.id;
}

/** A ledger that fails where and as often as it is told. */
export class BrittleLedger {
  readonly ledger: Store;
  readonly #failing = new Map<PropertyKey, number>();
  readonly #muted = new Map<PropertyKey, number>();

  constructor() {
    this.ledger = new Proxy(memoryLedger(), {
      get: (whole, name) => {
        const method: unknown = Reflect.get(whole, name);
        if (typeof method !== 'function') return method;
        return (...parts: unknown[]) => {
          if (isOneOf(this.#failing, name)) return Promise.reject(new Error('the disk is full'));
          const answer = Reflect.apply(method, whole, parts);
          return isOneOf(this.#muted, name) ? answer.then(() => Promise.reject(new Error('connection lost'))) : answer;
        };
      },
    });
  }

  /** Nothing is written. */
  fail(method: keyof Store, times: number = Number.POSITIVE_INFINITY): void {
    this.#failing.set(method, times);
  }

  /** It is written, and nobody hears of it. */
  mute(method: keyof Store, times: number): void {
    this.#muted.set(method, times);
  }
}

function isOneOf(left: Map<PropertyKey, number>, name: PropertyKey): boolean {
  const times = left.get(name) ?? 0;
  left.set(name, times - 1);
  return times > 0;
}
