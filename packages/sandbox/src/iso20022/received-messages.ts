import type { Behaviour } from '../acquirer/behaviour.ts';
import { BoundedMap } from '../bounded-map.ts';
import type { SandboxClock } from '../clock.ts';
import type { BusinessMessage, MessageHeader } from './business-message.ts';

interface Received {
  readonly digest: string;
  readonly at: number;
  answer: BusinessMessage | undefined;
}

/** What an id says about a message: it is new, the same message again, or another one. */
export type IdVerdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'again'; readonly answer: BusinessMessage | undefined }
  | { readonly kind: 'other' };

/** The messages that were taken, by sender and id, with what was answered. What a personality does with ids is here. */
export class ReceivedMessages {
  readonly #behaviour: Readonly<Behaviour>;
  readonly #clock: SandboxClock;
  readonly #byId: BoundedMap<Received>;

  /** Beyond `capacity` messages the oldest are forgotten. */
  constructor(behaviour: Readonly<Behaviour>, clock: SandboxClock, capacity: number) {
    this.#behaviour = behaviour;
    this.#clock = clock;
    this.#byId = new BoundedMap(capacity);
  }

  /** `digest` stands for all the bytes of the message. */
  judge({ from, id }: MessageHeader, digest: string): IdVerdict {
    const { personality, keyWindowMs } = this.#behaviour;
    const received = this.#byId.get(`${from} ${id}`);
    if (!received || personality === 'ignores') return { kind: 'new' };
    if (personality === 'forgets' && this.#clock.now() - received.at >= keyWindowMs) return { kind: 'new' };
    return received.digest === digest ? { kind: 'again', answer: received.answer } : { kind: 'other' };
  }

  keep({ from, id }: MessageHeader, digest: string): void {
    this.#byId.set(`${from} ${id}`, { digest, at: this.#clock.now(), answer: undefined });
  }

  /** Keeps an answer for when its message comes again. */
  answered(answer: BusinessMessage): void {
    const { related } = answer;
    const received = related && this.#byId.get(`${related.from} ${related.id}`);
    if (received) received.answer = answer;
  }

  forget({ from, id }: MessageHeader): void {
    this.#byId.delete(`${from} ${id}`);
  }

  reset(): void {
    this.#byId.clear();
  }
}
