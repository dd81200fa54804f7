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
import { type BraintreeSettings, braintree } from '../src/index.ts';

/** Braintree's classes of errors are known, all of them. */
type BraintreeFault = Exclude<GraphqlFault, 'unknown_error_class'>;
const { unknown_error_class: _, ...ownFaults } = graphqlFaults;

/** The simulator in Braintree's dialect and the provider, as the kit takes them. Braintree knows no keys. */
export const subject: Subject<BraintreeFault> = {
  name: 'braintree',
  start: startBench,
  samples: {
    charge: { amount: money(5_000n, 'EUR'), reference: 'INV-2025-002', source: { type: 'token', token: 'tok_1' } },
  },
  conclusiveAfterMs: 16 * 60_000,
  ownFaults,
};

export interface BraintreeBench extends Bench<BraintreeFault> {
  readonly sandbox: Sandbox;
}

export async function startBench(): Promise<BraintreeBench> {
  const sandbox = await startSandbox({ personality: 'ignores', seed: 1 });
  return { sandbox, ...simulatorBench(sandbox, FAULT_ORDERS, providerAt) };
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
