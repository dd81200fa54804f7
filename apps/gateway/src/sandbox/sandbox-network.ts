import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { keyRing, receiveStream, type StreamReceiver } from '@polyrail/adapter-iso20022';
import type { Gateway } from '@polyrail/core';
import type { SandboxIso20022Settings } from '@polyrail/provider-sandbox-iso20022';
import type { ParticipantOrder, Sandbox } from '@polyrail/sandbox';

/** The routing number by which the host is a member of the built-in sandbox's network. */
const member = '021000021';
const keyName = 'polyrail-gateway';

/** The host as a member of the ISO 20022 network of its built-in sandbox, with a key of its own at each start. */
export interface SandboxMembership {
  readonly participant: ParticipantOrder;
  settings(sandbox: Sandbox): SandboxIso20022Settings;
}

export function sandboxMembership(): SandboxMembership {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    participant: { member, keys: { [keyName]: pem } },
    settings({ url: origin, iso20022: { keyId, publicKey: networkKey, rail } }) {
      const key = createPublicKey(networkKey);
      return {
        origin,
        member,
        network: rail.network,
        key: { name: keyName, algorithm: 'ecdsa-p256-sha256', key: privateKey },
        keys: keyRing([{ id: keyId, algorithm: 'ecdsa-p256-sha256', key }]),
      };
    },
  };
}

/** Takes what the network sends by itself: late answers, returns, notifications. */
export function receiveFromNetwork(
  gateway: Gateway,
  { origin }: SandboxIso20022Settings,
  onTrouble: (message: string) => void,
): StreamReceiver {
  return receiveStream({
    origin,
    path: '/iso20022/messages/stream',
    query: { participant: member },
    receive: (message) => gateway.receive('sandbox-iso20022', message),
    onTrouble,
  });
}
