import { BoundedLog } from '../bounded-log.ts';
import { answerInquiry } from './answer-inquiry.ts';
import type { BusinessMessage } from './business-message.ts';
import { type GiveBackOrder, giveBack } from './give-back.ts';
import { MESSAGE_REFUSALS, MessageRefusal } from './message-refusal.ts';
import { MessageStream } from './message-stream.ts';
import { isoDateTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import { type MemberPaymentOrder, payMember } from './pay-member.ts';
import { receiveRecall } from './receive-recall.ts';
import { receiveRequest } from './receive-request.ts';
import { receiveReturn } from './receive-return.ts';
import { receiveTransfer } from './receive-transfer.ts';
import type { ReceivedMessages } from './received-messages.ts';
import type { Violation } from './violation.ts';

const MAX_VIOLATIONS = 1000;

/** An instant-payment network: takes business messages, answers them, and sends its own. It knows no XML. */
export class Network {
  readonly #parts: NetworkParts;
  readonly #received: ReceivedMessages;
  readonly #streams = new Map<string, MessageStream>();
  readonly #violations = new BoundedLog<Violation>(MAX_VIOLATIONS);

  constructor(parts: Omit<NetworkParts, 'send' | 'violate'>, received: ReceivedMessages) {
    this.#received = received;
    this.#parts = {
      ...parts,
      send: (message) => {
        received.answered(message);
        this.stream(message.to).push(message);
      },
      violate: (violation) => this.#violations.push(violation),
    };
  }

  /**
   * Takes a message that came with these bytes. `sentAt` is what its age is counted from.
   * Returns the answer, or undefined where it comes later or never.
   */
  receive(message: BusinessMessage, digest: string, sentAt: number): BusinessMessage | undefined {
    const verdict = this.#received.judge(message, digest);
    // An inquiry changes nothing, and its answer may have.
    if (verdict.kind === 'again' && !message.definition.startsWith('pacs.028.')) return verdict.answer;
    if (verdict.kind === 'other') return this.refuse(message, new MessageRefusal('DUPLICATE_ID', 'BizMsgIdr'));
    this.#received.keep(message, digest);
    try {
      const answer = answerTo(this.#parts, message, this.#parts.clock.now() - sentAt);
      if (answer) this.#received.answered(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof MessageRefusal)) throw error;
      // Nothing was decided: the same message may come again.
      this.#received.forget(message);
      return this.refuse(message, error);
    }
  }

  /** Pays a member's customer from elsewhere. Returns the UETR. */
  pay(order: MemberPaymentOrder): string {
    return payMember(this.#parts, order);
  }

  /** Gives a member's transfer back unasked. Throws RangeError where there is none. */
  giveBack(order: GiveBackOrder): void {
    giveBack(this.#parts, order);
  }

  /** The admi.002 that gives a message back. */
  refuse(message: BusinessMessage, { reason, at }: MessageRefusal): BusinessMessage {
    return this.#parts.issuer.answer(message, 'admi.002.001.01', (issued) => ({
      'admi.002.001.01': {
        RltdRef: { Ref: message.id },
        Rsn: {
          RjctgPtyRsn: reason,
          RjctnDtTm: isoDateTime(issued.at),
          ErrLctn: at,
          RsnDesc: MESSAGE_REFUSALS[reason],
        },
      },
    }));
  }

  /** What waits for a member. */
  stream(member: string): MessageStream {
    const known = this.#streams.get(member) ?? new MessageStream();
    this.#streams.set(member, known);
    return known;
  }

  /** How many rules were broken since the last reset, and the last 1,000 times. */
  get violationCount(): number {
    return this.#violations.count;
  }

  violations(): readonly Violation[] {
    return this.#violations.list();
  }

  reset(): void {
    this.#received.reset();
    this.#parts.transfers.reset();
    this.#parts.asked.reset();
    this.#violations.reset();
    for (const stream of this.#streams.values()) stream.reset();
  }
}

function answerTo(parts: NetworkParts, message: BusinessMessage, ageMs: number): BusinessMessage | undefined {
  switch (message.definition) {
    case 'pacs.008.001.08':
      return receiveTransfer(parts, message, ageMs);
    case 'pacs.028.001.03':
      return answerInquiry(parts, message);
    case 'pacs.004.001.09':
    case 'pacs.004.001.10':
      return receiveReturn(parts, message, ageMs);
    case 'camt.056.001.08':
      return receiveRecall(parts, message);
    case 'pain.013.001.07':
      return receiveRequest(parts, message);
    case 'pacs.002.001.10':
    case 'camt.029.001.09':
      // A member's word on what the network sent: taken, and that is all.
      return undefined;
    default:
      throw new MessageRefusal('UNKNOWN_MESSAGE', 'MsgDefIdr');
  }
}
