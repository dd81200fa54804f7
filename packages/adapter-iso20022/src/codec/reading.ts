import type { Issue } from './issue.ts';

export type Issues = readonly [Issue, ...Issue[]];

/** What reading came to. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly issues: Issues };
