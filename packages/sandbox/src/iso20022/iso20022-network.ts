import type { Acquirer } from '../acquirer/acquirer.ts';
import type { Behaviour } from '../acquirer/behaviour.ts';
import type { SandboxClock } from '../clock.ts';
import type { Wire } from '../http/wire.ts';
import { seededRandom } from '../random.ts';
import { AskedOperations } from './asked-operations.ts';
import type { GiveBackOrder } from './give-back.ts';
import { iso20022Wire } from './iso20022-wire.ts';
import { MessageIssuer } from './message-issuer.ts';
import { Network } from './network.ts';
import { type ParticipantOrder, Participants } from './participant.ts';
import type { MemberPaymentOrder } from './pay-member.ts';
import { RAILS, type Rail, type RailName } from './rail.ts';
import { randomUetr } from './random-uetr.ts';
import { ReceivedMessages } from './received-messages.ts';
import { publicPem, signingKey } from './signing-key.ts';
import { TransferRegister } from './transfer-register.ts';
import type { Violation } from './violation.ts';

/** How many messages and operations are remembered, whatever the acquirer's capacity: each takes some kilobytes. */
const MAX_REMEMBERED = 20_000;

/** How the ISO 20022 network starts. Every option has a default. */
export interface Iso20022Options {
  /** Whose rules it follows. Default `fednow`. */
  readonly rail?: RailName;
  /** Its members. Default: none until one is added. */
  readonly participants?: readonly ParticipantOrder[];
  /** The network's private key as PEM, RSA or on P-256. Default: a new one on P-256. */
  readonly key?: string;
  /** The KeyName of its signatures. Default `network`. */
  readonly keyId?: string;
  /** Whether members are told of what is booked on their accounts (camt.054). Default true. */
  readonly notifies?: boolean;
}

/** The ISO 20022 network of a sandbox. */
export interface Iso20022Network {
  readonly rail: Rail;
  /** What the network signs with: the KeyName, and the public key as PEM. */
  readonly keyId: string;
  readonly publicKey: string;
  readonly participants: Participants;
  /** How many rules members broke since the last reset, and the last 1,000 times. */
  readonly violationCount: number;
  violations(): readonly Violation[];
  /** Pays a member's customer from elsewhere. Returns the UETR. Throws RangeError on an unknown member or no amount. */
  pay(order: MemberPaymentOrder): string;
  /** Gives a settled transfer of a member back unasked. Throws RangeError where there is none. */
  giveBack(order: GiveBackOrder): void;
}

/** What it shares with the other fronts. */
export interface Iso20022NetworkParts {
  readonly acquirer: Acquirer;
  readonly behaviour: Readonly<Behaviour>;
  readonly clock: SandboxClock;
  readonly seed: number;
  readonly run: string;
  readonly capacity: number;
}

/** Builds the network and its wire. Throws RangeError on a key that is none. */
export function iso20022Network(
  { acquirer, behaviour, clock, seed, run, capacity }: Iso20022NetworkParts,
  options: Iso20022Options = {},
): { readonly face: Iso20022Network; readonly wire: Wire } {
  const rail = RAILS[options.rail ?? 'fednow'];
  const key = signingKey(options.keyId ?? 'network', options.key);
  const participants = new Participants();
  for (const participant of options.participants ?? []) participants.add(participant);
  const remembered = Math.min(capacity, MAX_REMEMBERED);
  const issuer = new MessageIssuer(rail, clock, run);
  const newUetr = randomUetr(seededRandom(seed));
  const transfers = new TransferRegister(remembered);
  const asked = new AskedOperations(remembered);
  const received = new ReceivedMessages(behaviour, clock, remembered);
  const notifies = options.notifies ?? true;
  const network = new Network(
    { rail, clock, acquirer, behaviour, issuer, transfers, asked, newUetr, notifies },
    received,
  );
  const face = {
    rail,
    keyId: key.id,
    publicKey: publicPem(key),
    participants,
    get violationCount() {
      return network.violationCount;
    },
    violations: () => network.violations(),
    pay: (order: MemberPaymentOrder) => {
      if (!participants.list().includes(order.member)) throw new RangeError(`No such participant: ${order.member}`);
      if (order.amount <= 0n) throw new RangeError('A payment needs an amount above zero');
      return network.pay(order);
    },
    giveBack: (order: GiveBackOrder) => network.giveBack(order),
  };
  return { face, wire: iso20022Wire({ rail, key, participants, network, clock }) };
}
