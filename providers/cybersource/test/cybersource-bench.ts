import type { SoapWire } from '@polyrail/adapter-soap';
import { money, type Provider } from '@polyrail/core';
import { FAULT_ORDERS, type Sandbox, startSandbox } from '@polyrail/sandbox';
import { type Bench, originOf, type Subject, simulatorBench, type Target } from '@polyrail/testkit';
import { loadCybersource } from '../src/index.ts';
import { certificate, pem, signingKey } from './merchant.ts';

const cybersource = await loadCybersource();

/** What nobody must see. */
export const secret: string = pem;

/** The simulator in CyberSource's dialect and the provider, as the kit takes them. It recognises no repeats. */
export const subject: Subject = {
  name: 'cybersource',
  start: startBench,
  samples: {
    charge: { amount: money(5_000n, 'EUR'), reference: 'INV-2025-002', source: { type: 'token', token: 'tok_1' } },
  },
  conclusiveAfterMs: 61 * 60_000,
};

export interface CybersourceBench extends Bench {
  readonly sandbox: Sandbox;
}

export async function startBench(): Promise<CybersourceBench> {
  const sandbox = await startSandbox({
    personality: 'ignores',
    seed: 1,
    soapSecurity: { callers: [certificate] },
  });
  return {
    ...simulatorBench(sandbox, FAULT_ORDERS, providerAt),
    sandbox,
    // What was taken back before it was settled never moved.
    movements: () => sandbox.book.movements().reduce((sum, { kind }) => sum + (kind === 'reversal' ? -1 : 1), 0),
  };
}

/** Short limits, so that a place that does not answer shows soon. */
export function providerAt(target: Target): Provider<SoapWire> {
  const origin = originOf(target);
  return cybersource({ merchantId: 'merchant_1', signingKey, origin }, { limits: { connectTimeoutMs: 1_000 } });
}
