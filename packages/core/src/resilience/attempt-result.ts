import { declineReasons } from '../model/decline.ts';
import type { Issue, ProviderAnswer, RejectReason, UnknownCause } from '../model/outcome.ts';
import type { Decoded, OperationResult } from '../provider/operation.ts';
import type { Health } from './breaker.ts';

/** What one attempt came to, for an operation or an inquiry. `rejected` covers what the transport surely did not send. */
export type AttemptResult =
  | Exclude<Decoded<OperationResult>, { kind: 'rejected' }>
  | Rejection
  | { readonly kind: 'not_found' };

/** Surely not executed: by the provider's word, by the transport's, or because it was never tried. */
export interface Rejection {
  readonly kind: 'rejected';
  readonly reason: RejectReason;
  readonly message: string;
  readonly issues?: readonly Issue[];
  readonly retryAfterMs?: number;
  readonly raw?: ProviderAnswer;
}

const rejectHealth: Readonly<Partial<Record<RejectReason, Health>>> = {
  not_delivered: 'faulty',
  provider_unavailable: 'faulty',
  provider_refused: 'healthy',
  invalid_command: 'healthy',
};

const unknownHealth: Readonly<Record<UnknownCause, Health>> = {
  timeout: 'faulty',
  connection_lost: 'faulty',
  body_broken: 'faulty',
  answer_unreadable: 'faulty',
  answer_mismatch: 'faulty',
  provider_error: 'faulty',
  in_progress: 'healthy',
  aborted: 'neutral',
  interrupted: 'neutral',
};

/** What a result says about the provider: its faults count, the payer's and the caller's do not. */
export function healthOf(result: AttemptResult): Health {
  switch (result.kind) {
    case 'declined':
      return declineReasons[result.reason].providerFault ? 'faulty' : 'healthy';
    case 'rejected':
      return rejectHealth[result.reason] ?? 'neutral';
    case 'unknown':
      return unknownHealth[result.cause] ?? 'faulty';
    default:
      return 'healthy';
  }
}
