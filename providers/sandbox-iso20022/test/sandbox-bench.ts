import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { keyRing } from '@polyrail/adapter-iso20022';
import { money, type Provider } from '@polyrail/core';
import { FAULT_ORDERS, type Sandbox, startSandbox } from '@polyrail/sandbox';
import { type Bench, originOf, type Personality, type Subject, simulatorBench, type Target } from '@polyrail/testkit';
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
  return { sandbox, ...simulatorBench(sandbox, FAULT_ORDERS, (target) => providerAt(sandbox, target)) };
}

/** Short limits, so that a place that does not answer shows soon. */
export function providerAt({ iso20022 }: Sandbox, target: Target): Provider {
  const networkKey = createPublicKey(iso20022.publicKey);
  return sandboxIso20022({
    origin: originOf(target),
    member,
    network: iso20022.rail.network,
    key: memberKey,
    keys: keyRing([{ id: iso20022.keyId, algorithm: 'ecdsa-p256-sha256', key: networkKey }]),
    limits: { connectTimeoutMs: 1_000 },
  });
}
