import type { WebhookScheme } from '../webhook/webhook-scheme.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';

/** One execution of a command. Two operations with one key mean that the key was not honoured. */
export interface Operation {
  readonly id: string;
  readonly key: string | undefined;
  readonly command: Command;
  /** What was answered, and is answered again to the same key. */
  readonly answer: Answer;
  /** What was decided; undefined while the payment is pending. */
  readonly outcome: Answer | undefined;
  readonly at: number;
  /** Until this instant the answer is held back and the key is in use. */
  readonly answeredAt: number;
  /** How an event tells of what changed; `false`: none does. */
  readonly announced: WebhookScheme | false;
}
