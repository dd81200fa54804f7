import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, FAULT_ORDERS, type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import {
  type Bench,
  originOf,
  type Personality,
  type SimulatorFault,
  type Subject,
  type Target,
} from '@polyrail/testkit';
import { sandboxGraphql } from '../src/index.ts';
import { type GraphqlFault, graphqlFaults } from './graphql-faults.ts';

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
    port: sandbox.port,
    provider: (target) => providerAt(target, personality),
    arm: (fault, times) =>
      void sandbox.faults.add({ ...orders[fault], ...(times === 'always' ? { rate: 1 } : { times }) }),
    disarm: () => sandbox.faults.clear(),
    requests: () => sandbox.requests.count,
    movements: () => sandbox.book.movements().length,
    elapse: (durationMs) => sandbox.clock.advance(durationMs),
    close: () => sandbox.close(),
  };
}

/** Short limits, so that a place that does not answer shows soon. */
function providerAt(target: Target, idempotency: Personality): Provider {
  const settings = { origin: originOf(target), apiKey: new Secret(DEFAULT_API_KEY), idempotency };
  return sandboxGraphql(settings, { limits: { connectTimeoutMs: 1_000 } });
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
