import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { keyRing } from '@polyrail/adapter-iso20022';
import { money, type Provider } from '@polyrail/core';
import { type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import type { Bench, Personality, SimulatorFault, Subject, Target } from '@polyrail/testkit';
import { sandboxIso20022 } from '../src/index.ts';

export const member = '021000021';
// With RSA the same text always gets the same signature, as the kit wants of an encoder.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** What the member signs with. */
export const memberKey = { name: 'member-1', algorithm: 'rsa-sha256', key: privateKey } as const;

/** The public key, as the network is told it. */
export const memberPublicPem: string = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** The private key in clear. */
export const memberPem: string = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The sandbox's network and its provider, as the kit takes them. */
export const subject: Subject = {
  name: 'sandbox-iso20022',
  start: startBench,
  samples: {
    transfer: {
      amount: money(5_000n, 'USD'),
      reference: 'INV-2025-001',
      from: { type: 'account', id: 'acc_123456' },
      to: { type: 'account', id: 'acc_789012' },
    },
  },
  // Silence is followed by an inquiry.
  sendsAgain: false,
  conclusiveAfterMs: 61_000,
};

/** A bench that also shows its sandbox. */
export interface SandboxBench extends Bench {
  readonly sandbox: Sandbox;
}

/** A sandbox that knows the member. */
export function startNetwork(personality: Personality = 'honours'): Promise<Sandbox> {
  const keys = { [memberKey.name]: memberPublicPem };
  return startSandbox({ personality, seed: 1, iso20022: { participants: [{ member, keys }] } });
}

async function startBench(personality: Personality): Promise<SandboxBench> {
  const sandbox = await startNetwork(personality);
  return {
    sandbox,
    port: sandbox.port,
    provider: (target) => providerAt(sandbox, target),
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
export function providerAt({ iso20022 }: Sandbox, { secure, host, port }: Target): Provider {
  const networkKey = createPublicKey(iso20022.publicKey);
  const usual = secure ? 443 : 80;
  return sandboxIso20022({
    origin: `${secure ? 'https' : 'http'}://${host}${port === usual ? '' : `:${port}`}`,
    member,
    network: iso20022.rail.network,
    key: memberKey,
    keys: keyRing([{ id: iso20022.keyId, algorithm: 'ecdsa-p256-sha256', key: networkKey }]),
    limits: { connectTimeoutMs: 1_000 },
  });
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
