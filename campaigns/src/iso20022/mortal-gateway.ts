import type { Iso20022Wire } from '@polyrail/adapter-iso20022';
import { type Clock, createGateway, type Gateway, type Provider, type Random, type Store } from '@polyrail/core';

/** One life of a gateway: it ends at a moment that nobody chose, and leaves nothing but its store. */
export interface MortalGateway {
  readonly gateway: Gateway;
  /** Resolves when it is dead. */
  readonly death: Promise<void>;
  /** Lets it die at that call of its store from now, before or after the store has done it. */
  dieAtCall(calls: number): void;
  /** Ends it, and the connections that a dead process would not have. */
  end(): Promise<void>;
}

/** What a gateway is born into. The store outlives it. */
export interface Birth {
  readonly provider: Provider<Iso20022Wire>;
  readonly ledger: Store;
  readonly clock: Clock;
  readonly random: Random;
}

/** Starts a gateway that can die: what it asks its store or its network for afterwards is neither done nor answered. */
export function mortalGateway({ provider, ledger, clock, random }: Birth): MortalGateway {
  let isDead = false;
  let callsLeft = Number.POSITIVE_INFINITY;
  let announceDeath: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    announceDeath = resolve;
  });
  const die = (): void => {
    isDead = true;
    announceDeath();
  };
  const mortalStore = new Proxy(ledger, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        if (isDead) return never;
        callsLeft -= 1;
        if (callsLeft > 0) return Reflect.apply(member, target, args);
        if (random() < 0.5) Reflect.apply(member, target, args);
        die();
        return never;
      };
    },
  });
  const { transport } = provider;
  const mortalProvider: Provider<Iso20022Wire> = {
    ...provider,
    transport: {
      async send(message, context) {
        if (isDead) return never;
        const delivery = await transport.send(message, context);
        return isDead ? never : delivery;
      },
      close: () => transport.close(),
    },
  };
  return {
    gateway: createGateway({ providers: [mortalProvider], ledger: mortalStore, clock, random }),
    death,
    dieAtCall(calls) {
      callsLeft = calls;
    },
    end() {
      die();
      return transport.close();
    },
  };
}

const never = new Promise<never>(() => undefined);
