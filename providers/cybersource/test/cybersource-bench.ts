import { SigningKey, type SoapWire } from '@polyrail/adapter-soap';
import { money, type Provider } from '@polyrail/core';
import { type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import type { Bench, SimulatorFault, Subject, Target } from '@polyrail/testkit';
import { loadCybersource } from '../src/index.ts';
import { createCredential } from './credential.ts';

const merchant = await createCredential('merchant');
const signingKey = SigningKey.ofPem(merchant.certificate, merchant.key);
const cybersource = await loadCybersource();

/** What nobody must see. */
export const secret: string = merchant.key.expose();

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
    soapSecurity: { callers: [merchant.certificate] },
  });
  return {
    sandbox,
    port: sandbox.port,
    provider: providerAt,
    arm: (fault, times) =>
      void sandbox.faults.add({ ...orders[fault], ...(times === 'always' ? { rate: 1 } : { times }) }),
    disarm: () => sandbox.faults.clear(),
    requests: () => sandbox.requests.count,
    // What was taken back before it was settled never moved.
    movements: () => sandbox.book.movements().reduce((sum, { kind }) => sum + (kind === 'reversal' ? -1 : 1), 0),
    elapse: (durationMs) => sandbox.clock.advance(durationMs),
    close: () => sandbox.close(),
  };
}

/** Short limits, so that a place that does not answer shows soon. */
export function providerAt({ secure, host, port }: Target): Provider<SoapWire> {
  const usual = secure ? 443 : 80;
  const origin = `${secure ? 'https' : 'http'}://${host}${port === usual ? '' : `:${port}`}`;
  return cybersource({ merchantId: 'merchant_1', signingKey, origin }, { limits: { connectTimeoutMs: 1_000 } });
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
