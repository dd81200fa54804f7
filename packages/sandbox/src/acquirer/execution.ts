import type { Answer } from './answer.ts';

/** What came of a command. `lateMs` says how long its answer is to be held back. */
export type Execution =
  | { readonly kind: 'executed'; readonly operation: string; readonly answer: Answer; readonly lateMs: number }
  | { readonly kind: 'replayed'; readonly answer: Answer }
  | { readonly kind: 'key_in_use' }
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'full' };

/** Why a command was not executed at all, as the acquirer words it on every wire. */
export const NOT_EXECUTED = {
  key_in_use: 'The first request is still in progress',
  key_reused: 'The key was used for another request',
  full: 'Full: POST /_sandbox/reset empties it',
} as const;
