import { type BusinessMessage, headerOf, type MessageHeader } from './business-message.ts';
import type { NetworkParts } from './network-parts.ts';

/** Something that a member asked for and that is answered more than once: right away, late, and to inquiries. */
export interface OpenOperation<Status> {
  /** Its answer as things stand. */
  answer(): BusinessMessage;
  /** Moves it to a status: the answer that says so. */
  become(status: Status): BusinessMessage;
}

export interface OperationStart<Status> {
  /** The UETR that inquiries have to name it by; undefined where any will do. */
  readonly uetr: string | undefined;
  readonly status: Status;
  /** Writes a status down, in answer to a message. */
  report(to: MessageHeader, status: Status): BusinessMessage;
}

/** Opens what a message asks for, so that inquiries find it. */
export function openOperation<Status>(
  { asked, clock }: NetworkParts,
  message: MessageHeader,
  { uetr, status, report }: OperationStart<Status>,
): OpenOperation<Status> {
  let current = status;
  const { from: member, id: messageId, createdAt } = message;
  const asker = headerOf(message);
  const tell = (to: MessageHeader): BusinessMessage => report(to, current);
  asked.keep({ member, messageId, uetr, createdAt, receivedAt: clock.now(), report: tell });
  return {
    answer: () => tell(asker),
    become: (next) => {
      current = next;
      return tell(asker);
    },
  };
}
