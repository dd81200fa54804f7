import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, FAULT_ORDERS, type Sandbox, startSandbox } from '@polyrail/sandbox';
import { type Bench, originOf, type Personality, type Subject, simulatorBench, type Target } from '@polyrail/testkit';
import { sandboxRest } from '../src/index.ts';

/** The sandbox acquirer and its REST provider, as the kit takes them. */
export const subject: Subject = {
  name: 'sandbox-rest',
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
};

/** A bench that also shows its sandbox. */
export interface SandboxBench extends Bench {
  readonly sandbox: Sandbox;
}

export async function startBench(personality: Personality): Promise<SandboxBench> {
  const sandbox = await startSandbox({ personality, seed: 1 });
  return { sandbox, ...simulatorBench(sandbox, FAULT_ORDERS, (target) => providerAt(target, personality)) };
}

/** Short limits, so that a place that does not answer shows soon. */
export function providerAt(target: Target, idempotency: Personality): Provider {
  const settings = { origin: originOf(target), apiKey: new Secret(DEFAULT_API_KEY), idempotency };
  return sandboxRest(settings, { limits: { connectTimeoutMs: 1_000 } });
}
