import type { StateChange } from '../acquirer/state-change.ts';

/** A state change with the identifier by which receivers tell it from its repetitions. */
export interface WebhookEvent extends StateChange {
  /** Later events of one sandbox have higher identifiers, compared as text. */
  readonly id: string;
}
