import { createPublicKey, generateKeyPairSync, hash } from 'node:crypto';
import { type Iso20022Wire, keyRing } from '@polyrail/adapter-iso20022';
import type { Gateway, Provider } from '@polyrail/core';
import { type InstantRail, sandboxIso20022 } from '@polyrail/provider-sandbox-iso20022';
import { type FaultOrder, type Sandbox, startSandbox } from '@polyrail/sandbox';
import { ShiftedClock } from '@polyrail/testkit';

/** An instant-payment network with one member, under a clock that is moved. */
export interface NetworkWorld {
  readonly sandbox: Sandbox;
  readonly clock: ShiftedClock;
  /** What the member sent. */
  readonly sent: SentMessages;
  /** A new connection of the member. */
  provider(): Provider<Iso20022Wire>;
  /** Hands everything that waits for the member to its gateway, which stores it. */
  deliver(gateway: Gateway): Promise<void>;
  /** Lets time pass, for the member and for the network. */
  pass(durationMs: number): void;
  close(): Promise<void>;
}

/** What the member sent, by the names of the messages. */
export interface SentMessages {
  readonly count: number;
  readonly inquiries: number;
  readonly resends: number;
  /** Messages that had other bytes the second time. */
  readonly changed: readonly string[];
  readonly received: number;
}

const members = { fednow: '021000021', 'sct-inst': 'COBADEFFXXX' } as const;

/** How often each fault strikes a message, its answer, or what waits on the stream. */
const faultRate = 0.02;

const faults: readonly FaultOrder[] = [
  { fault: 'lost_request' },
  { fault: 'reset_before' },
  { fault: 'lost_answer' },
  { fault: 'reset_after' },
  { fault: 'late_answer', delayMs: 3_000 },
  { fault: 'late_answer', delayMs: 90_000 },
  { fault: 'duplicate_answer' },
  { fault: 'reorder_answer', delayMs: 10_000 },
  { fault: 'lost_answer', match: { operation: 'stream' } },
  { fault: 'late_answer', match: { operation: 'stream' } },
  { fault: 'duplicate_answer', match: { operation: 'stream' } },
  { fault: 'reorder_answer', match: { operation: 'stream' } },
];

/** Starts it. The network never looks whether it has seen an identifier, so whatever is sent twice is executed twice. */
export async function networkWorld(rail: InstantRail, seed: number): Promise<NetworkWorld> {
  const clock = new ShiftedClock();
  const member = members[rail];
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const sandbox = await startSandbox({
    seed,
    personality: 'ignores',
    timeSource: () => clock.now(),
    iso20022: { rail, notifies: rail === 'sct-inst', participants: [{ member, keys: { 'member-1': pem } }] },
  });
  for (const [n, order] of faults.entries()) sandbox.faults.add({ ...order, rate: faultRate, seed: seed + n });
  const { iso20022 } = sandbox;
  const networkKey = createPublicKey(iso20022.publicKey);
  const keys = keyRing([{ id: iso20022.keyId, algorithm: 'ecdsa-p256-sha256', key: networkKey }]);
  const key = { name: 'member-1', algorithm: 'ecdsa-p256-sha256', key: privateKey } as const;
  const sent = { count: 0, inquiries: 0, resends: 0, changed: [] as string[], received: 0 };
  const digests = new Map<string, string>();
  const note = ({ name, xml }: Iso20022Wire['request']): void => {
    const digest = hash('sha256', xml);
    const known = digests.get(name);
    digests.set(name, known ?? digest);
    sent.count += 1;
    if (messageOf(xml) === 'pacs.028.001.03') sent.inquiries += 1;
    if (known !== undefined) sent.resends += 1;
    if (known !== undefined && known !== digest) sent.changed.push(`${name} (${messageOf(xml)})`);
  };
  let position = '0';
  return {
    sandbox,
    clock,
    sent,
    provider() {
      const network = iso20022.rail.network;
      const provider = sandboxIso20022({ origin: sandbox.url, rail, member, network, key, keys, clock }, { clock });
      const { transport } = provider;
      const send: typeof transport.send = (message, context) => {
        note(message);
        return transport.send(message, context);
      };
      return { ...provider, transport: { send, close: () => transport.close() } };
    },
    async deliver(gateway) {
      for (;;) {
        const batch = await batchAfter(sandbox, member, position);
        for (const { message } of batch) {
          const { kind } = await gateway.receive('sandbox-iso20022', { headers: {}, body: Buffer.from(message) });
          if (kind !== 'stored') throw new Error(`what the network sent was ${kind}`);
          sent.received += 1;
        }
        const last = batch.at(-1);
        if (last === undefined) return;
        position = last.position;
      }
    },
    pass(durationMs) {
      clock.shift(durationMs);
      // Its timers look at the time only when its clock is moved.
      sandbox.clock.advance(0);
    },
    close: () => sandbox.close(),
  };
}

function messageOf(xml: string): string {
  return /<MsgDefIdr>([^<]*)/.exec(xml)?.[1] ?? 'unknown';
}

interface StreamedMessage {
  readonly position: string;
  readonly message: string;
}

async function batchAfter(sandbox: Sandbox, member: string, position: string): Promise<readonly StreamedMessage[]> {
  const query = new URLSearchParams({ after: position, participant: member });
  const response = await fetch(`${sandbox.url}/iso20022/messages/stream?${query}`);
  const text = await response.text();
  const { messages }: { readonly messages: readonly StreamedMessage[] } =
    text === '' ? { messages: [] } : JSON.parse(text);
  return messages;
}
