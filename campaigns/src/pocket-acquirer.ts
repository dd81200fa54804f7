import { randomBytes } from 'node:crypto';
import {
  type Decoded,
  type Money,
  money,
  type NotificationItem,
  type NotificationMessage,
  type Operation,
  type OperationResult,
  type Provider,
  Secret,
} from '@polyrail/core';
import { standardWebhooksSigner, standardWebhooksVerifier } from '@polyrail/webhooks';

interface Wire {
  readonly request: { readonly key: string; readonly amount: Money };
  readonly response: Decoded<OperationResult>;
}

/** What a notification of the pocket acquirer tells of a charge. The last two end it. */
export type EventType = 'pending' | 'action_required' | 'succeeded' | 'declined';

/** Acquirer and wire in the gateway's own process: nothing is in the way of measuring the gateway and its store. */
export interface PocketAcquirer {
  readonly provider: Provider<Wire>;
  /** The book: how often each key was executed. It heeds no key. */
  readonly executions: ReadonlyMap<string, number>;
  /** A signed notification about the charge that came with this key. */
  notify(eventId: string, key: string, type: EventType, nowMs: number): NotificationMessage;
}

const id = 'pocket';
const amount = money(1_000n, 'EUR');

/** @param answer what every charge is answered with */
export function pocketAcquirer(answer: 'succeeded' | 'pending'): PocketAcquirer {
  const secret = { id: 'campaign', secret: new Secret(`whsec_${randomBytes(32).toString('base64')}`) };
  const signer = standardWebhooksSigner([secret]);
  const executions = new Map<string, number>();
  return {
    executions,
    provider: {
      specificationVersion: 1,
      id,
      protocol: 'pocket',
      capabilities: { currencies: 'any', instruments: ['token'] },
      operations: { charge },
      notifications: { verifier: standardWebhooksVerifier([secret]), read: ({ body }) => read(body) },
      transport: {
        async send({ key }) {
          executions.set(key, (executions.get(key) ?? 0) + 1);
          return { phase: 'answered', response: decodedOf(answer, key) };
        },
        close: async () => undefined,
      },
    },
    notify(eventId, key, type, nowMs) {
      const body = Buffer.from(JSON.stringify({ id: eventId, key, type }));
      return { headers: { ...signer.sign(eventId, Math.floor(nowMs / 1_000), body) }, body };
    },
  };
}

const charge: Operation<'charge', Wire> = {
  idempotency: { carrier: 'none' },
  resolution: { by: 'notification', notFound: 'definitive' },
  encode: (command, { idempotencyKey }) => ({ key: idempotencyKey, amount: command.amount }),
  decode: (response) => response,
};

function decodedOf(type: EventType, key: string): Decoded<OperationResult> {
  switch (type) {
    case 'pending':
      return { kind: 'pending', value: { providerReference: `ref-${key}` }, expect: 'webhook' };
    case 'action_required':
      return { kind: 'action_required', action: { type: 'redirect', url: 'https://acquirer.example/3ds' }, value: {} };
    case 'succeeded':
      return { kind: 'succeeded', value: { providerReference: `ref-${key}`, amount } };
    case 'declined':
      return { kind: 'declined', reason: 'insufficient_funds' };
  }
}

function read(body: Uint8Array): readonly NotificationItem[] {
  const event: { readonly id: string; readonly key: string; readonly type: EventType } = JSON.parse(
    Buffer.from(body).toString(),
  );
  const subject = { by: 'provider_key', value: event.key } as const;
  return [{ eventId: event.id, type: event.type, subject, decoded: decodedOf(event.type, event.key) }];
}
