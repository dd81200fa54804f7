import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, FAULT_ORDERS, type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import {
  type Bench,
  type FaultEntry,
  originOf,
  type SimulatorFault,
  type Subject,
  type Target,
} from '@polyrail/testkit';
import { type RafikiSettings, rafiki } from '../src/index.ts';

export type GraphqlFault =
  | 'errors_400'
  | 'html_200'
  | 'data_with_errors'
  | 'partial_data'
  | 'null_with_errors'
  | 'unknown_error_class'
  | 'wrong_types';

const ownFaults: Readonly<Record<GraphqlFault, FaultEntry>> = {
  errors_400: { nature: 'refused', about: '400 with errors: the document was refused' },
  html_200: { nature: 'doubtful', about: '200 with a page after it executed' },
  data_with_errors: { nature: 'told', about: 'the right data, and errors beside it' },
  partial_data: { nature: 'undecided', about: 'the id, null for all else, and errors' },
  null_with_errors: { nature: 'doubtful', about: 'null and INTERNAL_SERVER_ERROR after it executed' },
  unknown_error_class: {
    nature: 'doubtful',
    about: 'null and an error of a class that nobody knows, after it executed',
  },
  wrong_types: { nature: 'doubtful', about: 'numbers for text and lists for numbers' },
};

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
  ownFaults,
};

export interface RafikiBench extends Bench<GraphqlFault> {
  readonly sandbox: Sandbox;
}

export async function startBench(): Promise<RafikiBench> {
  const sandbox = await startSandbox({ personality: 'honours', seed: 1 });
  return {
    sandbox,
    port: sandbox.port,
    provider: providerAt,
    arm: (fault, times) =>
      void sandbox.faults.add({ ...orders[fault], ...(times === 'always' ? { rate: 1 } : { times }) }),
    disarm: () => sandbox.faults.clear(),
    requests: () => sandbox.requests.count,
    movements: () => sandbox.book.movements().length,
    elapse: (durationMs) => sandbox.clock.advance(durationMs),
    close: () => sandbox.close(),
  };
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

const orders: Readonly<Record<SimulatorFault | GraphqlFault, FaultOrder>> = {
  ...FAULT_ORDERS,
  errors_400: { fault: 'errors_400' },
  html_200: { fault: 'html_200' },
  data_with_errors: { fault: 'data_with_errors' },
  partial_data: { fault: 'partial_data' },
  null_with_errors: { fault: 'null_with_errors' },
  unknown_error_class: { fault: 'unknown_error_class' },
  wrong_types: { fault: 'wrong_types' },
};
