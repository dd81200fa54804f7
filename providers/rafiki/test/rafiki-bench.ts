import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, FAULT_ORDERS, type Sandbox, startSandbox } from '@polyrail/sandbox';
import {
  type Bench,
  type GraphqlFault,
  graphqlFaults,
  originOf,
  type Subject,
  simulatorBench,
  type Target,
} from '@polyrail/testkit';
import { type RafikiSettings, rafiki } from '../src/index.ts';

export const incomingPayment =
  'https://wallet.example/f829c064-762a-4430-ac5d-7af5df198551/incoming-payments/016da9d5-c9a4-4c80-a354-86b915a04ff8';

/** The simulator in Rafiki's dialect and the provider, as the kit takes them. Rafiki always honours keys. */
export const subject: Subject<GraphqlFault> = {
  name: 'rafiki',
  start: startBench,
  samples: {
    transfer: {
      amount: money(5_000n, 'EUR'),
      reference: 'INV-2025-002',
      from: { type: 'account', id: '9d1a1b0c-60a9-4c61-8a9c-1f5b1a1c2d3e', scheme: 'open-payments' },
      to: { type: 'account', id: incomingPayment, scheme: 'open-payments' },
    },
  },
  // An outgoing payment is answered in FUNDING.
  firstAnswer: 'pending',
  conclusiveAfterMs: 61_000,
  ownFaults: graphqlFaults,
};

export interface RafikiBench extends Bench<GraphqlFault> {
  readonly sandbox: Sandbox;
}

export async function startBench(): Promise<RafikiBench> {
  const sandbox = await startSandbox({ personality: 'honours', seed: 1 });
  return { sandbox, ...simulatorBench(sandbox, FAULT_ORDERS, providerAt) };
}

export function settingsFor(origin: string): RafikiSettings {
  return {
    origin,
    path: '/rafiki/graphql',
    tenantId: '438fa74a-fa7d-4317-9ced-dde32ece1787',
    apiSecret: new Secret(DEFAULT_API_KEY),
    assets: { EUR: 2, USD: 2, JPY: 2 },
  };
}

/** Short limits, so that a place that does not answer shows soon. */
function providerAt(target: Target): Provider {
  return rafiki(settingsFor(originOf(target)), { limits: { connectTimeoutMs: 1_000 } });
}
