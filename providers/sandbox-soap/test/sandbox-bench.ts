import { money, type Provider, Secret } from '@polyrail/core';
import { DEFAULT_API_KEY, type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import type { Bench, Personality, SimulatorFault, Subject, Target } from '@polyrail/testkit';
import { loadSandboxSoap } from '../src/index.ts';

const sandboxSoap = await loadSandboxSoap();

/** The sandbox acquirer and its SOAP provider, as the kit takes them. */
export const subject: Subject = {
  name: 'sandbox-soap',
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

async function startBench(personality: Personality): Promise<SandboxBench> {
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
  return sandboxSoap(settings, { limits: { connectTimeoutMs: 1_000 } });
}

function originOf({ secure, host, port }: Target): string {
  const usual = secure ? 443 : 80;
  return `${secure ? 'https' : 'http'}://${host}${port === usual ? '' : `:${port}`}`;
}

const lateMs = 30_000;

const orders: Readonly<Record<SimulatorFault, FaultOrder>> = {
  reset_before: { fault: 'reset_before' },
  reset_after: { fault: 'reset_after' },
  close_after: { fault: 'close_after' },
  hang_before: { fault: 'hang_before' },
  hang_after: { fault: 'hang_after' },
  truncate: { fault: 'truncate' },
  malformed_chunk: { fault: 'malformed_chunk' },
  garbage_200: { fault: 'garbage_200' },
  wrong_content_type: { fault: 'wrong_content_type' },
  html_502: { fault: 'html_502' },
  html_502_after: { fault: 'html_502_after' },
  unavailable_503: { fault: 'unavailable_503' },
  error_500_after: { fault: 'error_500_after' },
  throttle_429_seconds: { fault: 'throttle_429', retryAfterSeconds: 1 },
  throttle_429_date: { fault: 'throttle_429', retryAfterSeconds: 1, retryAfterForm: 'date' },
  redirect: { fault: 'redirect' },
  gzip_bomb: { fault: 'gzip_bomb', bytes: 16_777_216 },
  slow_drip: { fault: 'slow_drip' },
  huge_body: { fault: 'huge_body', bytes: 4_194_304 },
  huge_headers: { fault: 'huge_headers' },
  other_amount: { fault: 'other_amount' },
  other_currency: { fault: 'other_currency' },
  other_reference: { fault: 'other_reference' },
  unknown_status: { fault: 'unknown_status' },
  late_answer: { fault: 'delay', delayMs: lateMs },
  late_execution: { fault: 'delay_before', delayMs: lateMs },
};
