import type { SandboxClock } from '../clock.ts';
import type { Detour, WireAnswer } from '../http/wire.ts';
import type { BusinessMessage } from './business-message.ts';
import type { MessageStream } from './message-stream.ts';

/** What is said instead of an answer. */
export const ACCEPTED: WireAnswer = { status: 202, contentType: 'application/xml', body: '' };
export const NOTHING_NEW: WireAnswer = { status: 204, contentType: 'application/json', body: '' };

/** An answer that has not gone out, and what a detour needs beside it. */
export interface Detoured {
  readonly answer: WireAnswer;
  /** The message that the answer is; undefined where it is none. */
  readonly message: BusinessMessage | undefined;
  readonly stream: MessageStream;
  readonly clock: SandboxClock;
}

/** Sends the answer to a post another way than in its response: what the response says then. */
export function detourAnswer({ answer, message, stream, clock }: Detoured, by: Detour, ms: number): WireAnswer {
  if (!message) return answer;
  switch (by) {
    case 'late':
      clock.after(ms, () => stream.push(message));
      return ACCEPTED;
    case 'lost':
      return ACCEPTED;
    case 'twice':
      stream.push(message);
      return answer;
    case 'reordered':
      clock.after(ms, stream.pushBehindNext(message));
      return ACCEPTED;
  }
}

/** Does to a batch of the stream what a detour says: late is at the next poll, lost is lost. */
export function detourBatch(answer: WireAnswer, stream: MessageStream, by: Detour): WireAnswer {
  if (answer.status !== 200) return answer;
  const { messages }: { readonly messages: readonly { readonly position: string }[] } = JSON.parse(answer.body);
  const changed = (all: readonly object[]): WireAnswer => ({ ...answer, body: JSON.stringify({ messages: all }) });
  switch (by) {
    case 'late':
      return NOTHING_NEW;
    case 'lost':
      stream.after(Number(messages.at(-1)?.position), 0);
      return NOTHING_NEW;
    case 'twice':
      return changed(messages.flatMap((message) => [message, message]));
    case 'reordered':
      return changed([...messages].reverse());
  }
}
