import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, FAULT_ORDERS, type Sandbox, startSandbox } from '@polyrail/sandbox';
import {
  type Bench,
  type GraphqlFault,
  graphqlFaults,
  originOf,
  type Personality,
  type Subject,
  simulatorBench,
  type Target,
} from '@polyrail/testkit';
import { sandboxGraphql } from '../src/index.ts';

/** The sandbox acquirer and its GraphQL provider, as the kit takes them. */
export const subject: Subject<GraphqlFault> = {
  name: 'sandbox-graphql',
  start: startBench,
  samples: {
    transfer: {
      amount: money(5_000n, 'USD'),
      reference: 'INV-2025-001',
      from: { type: 'account', id: 'acc_123456' },
      to: { type: 'account', id: 'acc_789012' },
    },
    charge: { amount: money(5_000n, 'EUR'), reference: 'INV-2025-002', source: { type: 'token', token: 'tok_1' } },
  },
  conclusiveAfterMs: 61_000,
  ownFaults: graphqlFaults,
};

/** A bench that also shows its sandbox. */
export interface SandboxBench extends Bench<GraphqlFault> {
  readonly sandbox: Sandbox;
}

export async function startBench(personality: Personality): Promise<SandboxBench> {
  const sandbox = await startSandbox({ personality, seed: 1 });
  return {
    sandbox,
    ...simulatorBench(sandbox, FAULT_ORDERS, (target) => providerAt(target, personality)),
  };
}

/** Short limits, so that a place that does not answer shows soon. */
function providerAt(target: Target, idempotency: Personality): Provider {
  const settings = { origin: originOf(target), apiKey: new Secret(DEFAULT_API_KEY), idempotency };
  return sandboxGraphql(settings, { limits: { connectTimeoutMs: 1_000 } });
}
