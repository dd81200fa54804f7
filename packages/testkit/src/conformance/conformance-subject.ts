import type { DeclineReason, OriginalPayment } from '@polyrail/core';
import type { Subject } from '../bench.ts';

/** What the conformance checks need beyond the fault matrix. */
export interface ConformanceSubject extends Subject {
  /** Every secret that the provider was given, in clear. */
  readonly secrets: readonly string[];
  /** Answers with this body, as the provider's transport hands them on: one for each status that `decode` may meet. */
  answersWith(body: string): readonly unknown[];
  /** Answers that decline, and what each means. */
  readonly declines: readonly { readonly answer: unknown; readonly reason: DeclineReason }[];
  /** How a payment looks that captures, refunds and recalls are about, where it is not just any. */
  readonly original?: Partial<Pick<OriginalPayment, 'verb' | 'providerReference'>>;
  /** Whether what the samples open can be refunded. Default: true. */
  readonly refundsSamples?: boolean;
  /** Hostile bodies of this protocol, beside those of the kit. */
  readonly hostileBodies?: readonly string[];
}

/** One check: it throws an AssertionError when the provider fails it. */
export type Check = (subject: ConformanceSubject) => Promise<void>;
