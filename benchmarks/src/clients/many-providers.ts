import type { BenchClientFactory } from '../bench-client.ts';
import { paymentIntents } from '../payment-intents-provider.ts';
import { gatewayOver } from './polyrail.ts';

/** Which of the registered providers the calls go to. */
export type Spread =
  /** The first ten, one for each call in flight. */
  | 'ten'
  /** All of them in turn. */
  | 'all'
  /** None is named: the routing chooses. */
  | 'routed';

/** A gateway with many providers, each an account of its own at the local server. */
export function manyProviders(registered: number, spread: Spread): BenchClientFactory {
  return (target) => {
    const providers = Array.from({ length: registered }, (_, number) =>
      paymentIntents(target, { id: `provider-${number}` }),
    );
    let turn = 0;
    return gatewayOver(providers, (lane) => {
      if (spread === 'routed') return undefined;
      return `provider-${spread === 'ten' ? lane % 10 : turn++ % registered}`;
    });
  };
}
