import { createGateway, type Gateway, type Provider } from '@polyrail/core';
import { createHttpClient } from '@polyrail/http';
import type { BenchClient, BenchClientFactory } from '../bench-client.ts';
import { nextCharge } from '../charge-command.ts';
import { paymentIntents } from '../payment-intents-provider.ts';

/** The whole line: validation, claim, guard, codec, engine, integrity, ledger in memory, timeline, events. */
export const polyrail: BenchClientFactory = (target) => gatewayOver([paymentIntents(target)], () => undefined);

/** The whole line, sent through an axios instance whose adapter is the engine. */
export const polyrailAxiosFace: BenchClientFactory = (target) => {
  const client = createHttpClient({ origin: target.origin });
  return gatewayOver([paymentIntents(target, { client })], () => undefined);
};

/**
 * A gateway as a client.
 *
 * @param providerOf the provider to name in the command of a lane; `undefined` leaves it to the routing
 */
export function gatewayOver(
  providers: readonly Provider[],
  providerOf: (lane: number) => string | undefined,
): BenchClient {
  let gateway = observed(createGateway({ providers }));
  return {
    async pay(lane) {
      const { outcome } = await gateway.charge(nextCharge(providerOf(lane)));
      if (outcome.kind !== 'succeeded') throw new Error(`the payment was ${outcome.kind}`);
    },
    // The providers and their connections stay; the ledger in memory starts again.
    renew() {
      gateway = observed(createGateway({ providers }));
    },
    close: () => gateway.close(),
  };
}

/** With a listener, as every host has one for its metrics. */
function observed(gateway: Gateway): Gateway {
  const counts = new Map<string, number>();
  gateway.subscribe(({ type }) => counts.set(type, (counts.get(type) ?? 0) + 1));
  return gateway;
}
