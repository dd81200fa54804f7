/** What the acquirer does with idempotency keys: honours them, never looks at them, or forgets them after a while. */
export type Personality = 'honours' | 'ignores' | 'forgets';

export const PERSONALITIES: readonly Personality[] = ['honours', 'ignores', 'forgets'];

/**
 * When charges and transfers are decided: at once, or after the answer `pending`. The result of the latter is told by an
 * event (`webhook`) or found by asking (`poll`, which sends no events at all).
 */
export type Settlement = 'sync' | 'webhook' | 'poll';

export const SETTLEMENTS: readonly Settlement[] = ['sync', 'webhook', 'poll'];

/** The switches of an acquirer; all can be changed while it runs. */
export interface Behaviour {
  personality: Personality;
  /** How long `forgets` remembers a key. Default 24 hours. */
  keyWindowMs: number;
  /** How long outcome 68 holds its answer back. Default 15 seconds. */
  lateMs: number;
  /** How long a new operation stays invisible to inquiries. Default 0. */
  inquiryLagMs: number;
  /** Whether the last two digits of an amount choose the outcome. Default true. */
  magicAmounts: boolean;
  /** Default `sync`. */
  settlement: Settlement;
  /** How long after its answer a pending charge or transfer is settled. Default 0: at once. */
  settleAfterMs: number;
}

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
  personality: 'honours',
  keyWindowMs: 86_400_000,
  lateMs: 15_000,
  inquiryLagMs: 0,
  magicAmounts: true,
  settlement: 'sync',
  settleAfterMs: 0,
};
