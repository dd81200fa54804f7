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
import { type BraintreeSettings, braintree } from '../src/index.ts';

export type GraphqlFault =
  | 'errors_400'
  | 'html_200'
  | 'data_with_errors'
  | 'partial_data'
  | 'null_with_errors'
  | 'wrong_types';

const ownFaults: Readonly<Record<GraphqlFault, FaultEntry>> = {
  errors_400: { nature: 'refused', about: '400 with errors: the document was refused' },
  html_200: { nature: 'doubtful', about: '200 with a page after it executed' },
  data_with_errors: { nature: 'told', about: 'the right data, and errors beside it' },
  partial_data: { nature: 'undecided', about: 'the id, null for all else, and errors' },
  null_with_errors: { nature: 'doubtful', about: 'null and an error of the class INTERNAL after it executed' },
  wrong_types: { nature: 'doubtful', about: 'numbers for text and lists for numbers' },
};

/** The simulator in Braintree's dialect and the provider, as the kit takes them. Braintree knows no keys. */
export const subject: Subject<GraphqlFault> = {
  name: 'braintree',
  start: startBench,
  samples: {
    charge: { amount: money(5_000n, 'EUR'), reference: 'INV-2025-002', source: { type: 'token', token: 'tok_1' } },
  },
  conclusiveAfterMs: 16 * 60_000,
  ownFaults,
};

export interface BraintreeBench extends Bench<GraphqlFault> {
  readonly sandbox: Sandbox;
}

export async function startBench(): Promise<BraintreeBench> {
  const sandbox = await startSandbox({ personality: 'ignores', seed: 1 });
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

export function settingsFor(origin: string): BraintreeSettings {
  return {
    origin,
    path: '/braintree/graphql',
    keys: [{ publicKey: 'public_1', privateKey: new Secret(DEFAULT_API_KEY) }],
    merchantAccounts: { EUR: 'merchant_EUR', USD: 'merchant_USD', JPY: 'merchant_JPY', KWD: 'merchant_KWD' },
  };
}

/** Short limits, so that a place that does not answer shows soon. */
function providerAt(target: Target): Provider {
  const origin = originOf(target);
  return braintree(settingsFor(origin), { limits: { connectTimeoutMs: 1_000 } });
}

const orders: Readonly<Record<SimulatorFault | GraphqlFault, FaultOrder>> = {
  ...FAULT_ORDERS,
  errors_400: { fault: 'errors_400' },
  html_200: { fault: 'html_200' },
  data_with_errors: { fault: 'data_with_errors' },
  partial_data: { fault: 'partial_data' },
  null_with_errors: { fault: 'null_with_errors' },
  wrong_types: { fault: 'wrong_types' },
};
