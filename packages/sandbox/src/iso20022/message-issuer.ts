import type { SandboxClock } from '../clock.ts';
import { type BusinessMessage, headerOf, type MessageHeader } from './business-message.ts';
import type { Fields } from './fields.ts';
import { isoDate } from './message-time.ts';
import type { Rail } from './rail.ts';

/** What a document of the network needs to know of the message that it is in. */
export interface Issued {
  readonly id: string;
  readonly at: number;
}

/** Puts the network's own messages under its letterhead: ids that never come twice, the time, the members. */
export class MessageIssuer {
  readonly #rail: Rail;
  readonly #clock: SandboxClock;
  readonly #run: string;
  #issued = 0;

  /** `run` makes ids of different runs differ. */
  constructor(rail: Rail, clock: SandboxClock, run: string) {
    this.#rail = rail;
    this.#clock = clock;
    this.#run = run;
  }

  /** A message that answers another. */
  answer(to: MessageHeader, definition: string, document: (issued: Issued) => Fields): BusinessMessage {
    const { from, service } = to;
    return { ...this.#head(definition, document), from: to.to, to: from, service, related: headerOf(to) };
  }

  /** A message that nothing of the member's came before. */
  issue(member: string, definition: string, document: (issued: Issued) => Fields): BusinessMessage {
    const { network, service } = this.#rail;
    return { ...this.#head(definition, document), from: network, to: member, service, related: undefined };
  }

  #head(definition: string, document: (issued: Issued) => Fields) {
    this.#issued += 1;
    const at = this.#clock.now();
    const day = isoDate(at).replaceAll('-', '');
    const id = `${day}${this.#rail.network}${this.#run}${String(this.#issued).padStart(8, '0')}`;
    return { id, definition, createdAt: at, document: document({ id, at }) };
  }
}
