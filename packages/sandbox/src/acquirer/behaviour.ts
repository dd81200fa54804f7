/** What the acquirer does with idempotency keys: honours them, never looks at them, or forgets them after a while. */
export type Personality = 'honours' | 'ignores' | 'forgets';

export const PERSONALITIES: readonly Personality[] = ['honours', 'ignores', 'forgets'];

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
}

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
  personality: 'honours',
  keyWindowMs: 86_400_000,
  lateMs: 15_000,
  inquiryLagMs: 0,
  magicAmounts: true,
};
