import {
  createGateway,
  type Decoded,
  type Gateway,
  type GatewayEvent,
  money,
  type NotificationItem,
  type Notifications,
  type OperationResult,
  type Receipt,
  type Reception,
  type Resolution,
} from '../../src/index.ts';
import { type ScriptedProvider, scriptedProvider } from './scripted-provider.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Believes what says `sign: true`, and reads its items as they are. */
export const notifications: Notifications = {
  verifier: {
    verify: ({ headers }) =>
      headers['sign'] === 'true'
        ? { kind: 'verified', secretId: 's1' }
        : { kind: 'refused', reason: 'signature_wrong' },
  },
  read: ({ body }) => JSON.parse(Buffer.from(body).toString()),
};

/** A gateway whose provider pushes. */
export interface NotifiedHost {
  readonly clock: VirtualClock;
  readonly provider: ScriptedProvider;
  readonly gateway: Gateway;
  readonly events: GatewayEvent[];
  pay(idempotencyKey: string): Promise<Receipt>;
  push(items: unknown, sign?: string): Promise<Reception>;
  drain(): Promise<number>;
}

export function notifiedHost(resolution?: Resolution, maxAttempts: number = 1): NotifiedHost {
  const clock = new VirtualClock();
  const provider = scriptedProvider({ id: 'acme', notifications, ...(resolution && { resolution }) });
  const gateway = createGateway({ providers: [provider], clock, random: () => 0.5, policy: { maxAttempts } });
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => events.push(event));
  const pay = (idempotencyKey: string) =>
    gateway.charge({
      amount: money(700n, 'EUR'),
      source: { type: 'token', token: 't' },
      reference: 'r',
      idempotencyKey,
    });
  const push = (items: unknown, sign = 'true') =>
    gateway.receive('acme', { headers: { sign }, body: Buffer.from(JSON.stringify(items)) });
  const drain = () => clock.finish(gateway.drain());
  return { clock, provider, gateway, events, pay, push, drain };
}

export const done: Decoded<OperationResult> = { kind: 'succeeded', value: { providerReference: 'theirs' } };
export const declined: Decoded<OperationResult> = { kind: 'declined', reason: 'insufficient_funds' };
export const refusal: Decoded<OperationResult> = { kind: 'rejected', reason: 'provider_refused', message: 'no' };

export function item(eventId: string, paymentId: string, decoded?: Decoded<OperationResult>): NotificationItem {
  return { eventId, type: 'x', subject: { by: 'payment_id', value: paymentId }, ...(decoded && { decoded }) };
}
