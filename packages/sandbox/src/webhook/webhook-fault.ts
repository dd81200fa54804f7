/** What a webhook fault can be told, beyond when it fires. */
export interface WebhookFaultParameters {
  /** How long `delay` holds the attempt back (default 1,000), and `reorder` at most (default 60,000). */
  readonly delayMs?: number;
  /** How old the timestamp of `stale` is. Default 600,000. */
  readonly ageMs?: number;
}

/** What a webhook fault does. */
export interface WebhookFaultKind {
  readonly parameters: readonly (keyof WebhookFaultParameters)[];
  readonly about: string;
}

/** The name of every webhook fault: first what happens on the way, then what a receiver has to refuse. */
export const WEBHOOK_FAULT_NAMES = [
  'delay',
  'duplicate',
  'drop',
  'reorder',
  'tamper',
  'reserialise',
  'stale',
  'wrong_key',
  'rotated_key',
  'unsigned',
] as const;

export type WebhookFaultName = (typeof WEBHOOK_FAULT_NAMES)[number];

/** What each webhook fault is. */
export const WEBHOOK_FAULTS: Readonly<Record<WebhookFaultName, WebhookFaultKind>> = {
  delay: { parameters: ['delayMs'], about: 'sent late' },
  duplicate: { parameters: [], about: 'sent twice at the same time' },
  drop: { parameters: [], about: 'never sent, and not tried again' },
  reorder: { parameters: ['delayMs'], about: 'held back until a later event was sent' },
  tamper: { parameters: [], about: 'another amount, changed after signing' },
  reserialise: { parameters: [], about: 'the same JSON in other bytes than those signed' },
  stale: { parameters: ['ageMs'], about: 'an old timestamp, rightly signed' },
  wrong_key: { parameters: [], about: 'signed with a secret that nobody knows' },
  rotated_key: { parameters: [], about: 'signed with the next secret alone' },
  unsigned: { parameters: [], about: 'no signature' },
};
