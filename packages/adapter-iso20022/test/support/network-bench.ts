import {
  createGateway,
  type Gateway,
  type GatewayEvent,
  money,
  type Payment,
  type Receipt,
  type TransferCommand,
} from '@polyrail/core';
import type { NotificationVerifier } from '@polyrail/core/provider';
import { VirtualClock } from '@polyrail/testkit';
import { message } from '../../src/codec/message.ts';
import { defineIso20022Provider } from '../../src/define-iso20022-provider.ts';
import { businessHeader } from '../../src/flow/business-header.ts';
import { isSigned } from '../../src/flow/business-message.ts';
import { wrap } from '../../src/flow/envelope.ts';
import type { NetworkLink } from '../../src/flow/network-link.ts';
import { sealer } from '../../src/flow/sealed-message.ts';
import type { MessageId } from '../../src/model/message-types.ts';
import { memoryMessages } from '../../src/transport/memory-messages.ts';
import { keyPair, signedLink } from '../flow/support/instant-network.ts';
import { accountsIn, creditor, debtor, ibanFrom, ibanTo, startedAtMs } from '../flow/support/links.ts';
import { sent } from '../flow/support/report-of.ts';

const ours = keyPair('rsa-sha256', 'member-1');
const theirs = keyPair('rsa-sha256', 'network-1');
/** A key that is valid, but not one that the network signs with. */
export const stranger: ReturnType<typeof keyPair> = keyPair('rsa-sha256', 'network-1');

/** Where messages carry no signature, whoever reaches us is the network. */
const channel: NotificationVerifier = { verify: () => ({ kind: 'verified', secretId: 'channel' }) };

/** What a pushed message has otherwise than an honest one. */
export interface Dishonesty {
  readonly header?: object;
  readonly key?: typeof theirs.key | 'none';
}

/** A gateway with one network that takes every message and says nothing, and what the network may push. */
export class NetworkBench {
  readonly link: NetworkLink;
  readonly clock: VirtualClock = new VirtualClock(startedAtMs);
  /** What left, by the names of the messages. */
  readonly sent: string[] = [];
  readonly events: GatewayEvent[] = [];
  readonly gateway: Gateway;
  #pushed = 0;

  constructor(link: NetworkLink = signedLink) {
    this.link = link;
    const { profile, ...connection } = link;
    const { clock, sent: left } = this;
    const transport = memoryMessages(({ xml }) => {
      left.push(xml);
      return { phase: 'answered', response: { kind: 'accepted' } };
    });
    const trust = isSigned(profile) ? { key: ours.key, keys: theirs.keys } : { verifier: channel };
    const connect = () => ({ ...connection, transport, ...trust });
    const provider = defineIso20022Provider({ id: 'network', profile, connect })({}, { clock });
    this.gateway = createGateway({ providers: [provider], clock, random: () => 0.5 });
    this.gateway.subscribe((event) => this.events.push(event));
  }

  /** A transfer that the network has taken. */
  async pay(idempotencyKey: string, tenant?: string): Promise<Payment> {
    const command = { ...this.#command(idempotencyKey), ...(tenant && { tenant }) };
    return openedBy(await this.#run(this.gateway.transfer(command)));
  }

  /** A request for payment that the network has taken. */
  async request(idempotencyKey: string): Promise<Payment> {
    return openedBy(await this.#run(this.gateway.requestPayment(this.#command(idempotencyKey))));
  }

  #command(idempotencyKey: string): TransferCommand {
    const { profile } = this.link;
    const { from, to } = accountsIn[profile.id] ?? { from: ibanFrom, to: ibanTo };
    const amount = money(5_174n, profile.money.currencies?.[0] ?? 'CHF');
    return { idempotencyKey, amount, reference: 'INV51', from, to, debtor, creditor };
  }

  recall(payment: Payment, idempotencyKey: string): Promise<Receipt> {
    return this.#run(this.gateway.recall({ idempotencyKey, payment: payment.id }));
  }

  /** Has the network send a message by itself, and the gateway process it. @returns the answer at the door */
  async push(id: MessageId, value: object, dishonesty: Dishonesty = {}): Promise<string> {
    const reception = await this.gateway.receive('network', { headers: {}, body: this.#signed(id, value, dishonesty) });
    await this.drain();
    return reception.kind === 'stored' ? reception.events.join() : reception.kind;
  }

  async drain(): Promise<void> {
    await this.#run(this.gateway.drain());
  }

  /** The payment as the gateway knows it. While it is open, the network is asked, and says nothing. */
  async stored({ id, tenant }: Payment): Promise<Payment | undefined> {
    return this.#run(this.gateway.retrieve({ payment: id, tenant }));
  }

  #signed(id: MessageId, value: object, { header = {}, key = theirs.key }: Dishonesty): Uint8Array {
    const { profile, us, network } = this.link;
    this.#pushed += 1;
    const document = written(id, value);
    if (profile.header === undefined) return Buffer.from(document);
    const facts = { businessMessageId: `PUSHED-${this.#pushed}`, messageName: id, createdAtMs: this.clock.now() };
    const honest = businessHeader({ ...this.link, us: network, network: us }, profile.header, facts);
    const appHdr = written(profile.header.message, { ...honest, ...header });
    const isBare = key === 'none' || !isSigned(profile);
    const seated = isBare ? appHdr : appHdr.replace('</AppHdr>', '<Sgntr></Sgntr></AppHdr>');
    const text = wrap(sent(profile.envelope), { header: seated, document }, id);
    return Buffer.from(isBare ? text : sealer(key)(text));
  }

  /** Runs while time passes only where something waits for it. */
  async #run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const watched = work.finally(() => {
      isDone = true;
    });
    while (!isDone) await this.clock.advance(1);
    return watched;
  }
}

function openedBy({ payment, outcome }: Receipt): Payment {
  if (payment === undefined) throw new Error(`it was refused: ${outcome.kind}`);
  return payment;
}

function written(id: MessageId, value: object): string {
  const codec: { write(value: unknown): ReturnType<ReturnType<typeof message>['write']> } = message(id);
  const writing = codec.write(value);
  if (writing.kind === 'refused') throw new Error(JSON.stringify(writing.issues));
  return writing.xml;
}
