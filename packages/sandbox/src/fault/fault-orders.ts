import type { FaultOrder } from './fault-queue.ts';

// Longer than any attempt of a test.
const lateMs = 30_000;

/** The ways to fail, by what a client sees of them; the last seven only over GraphQL. */
export type OrderedFault =
  | 'reset_before'
  | 'reset_after'
  | 'close_after'
  | 'hang_before'
  | 'hang_after'
  | 'truncate'
  | 'malformed_chunk'
  | 'garbage_200'
  | 'wrong_content_type'
  | 'html_502'
  | 'html_502_after'
  | 'unavailable_503'
  | 'error_500_after'
  | 'throttle_429_seconds'
  | 'throttle_429_date'
  | 'redirect'
  | 'gzip_bomb'
  | 'slow_drip'
  | 'huge_body'
  | 'huge_headers'
  | 'other_amount'
  | 'other_currency'
  | 'other_reference'
  | 'unknown_status'
  | 'late_answer'
  | 'late_execution'
  | 'errors_400'
  | 'html_200'
  | 'data_with_errors'
  | 'partial_data'
  | 'null_with_errors'
  | 'unknown_error_class'
  | 'wrong_types';

/** An order of each way to fail that a client should survive, as strong as it has to be to show. Say how often before it is armed. */
export const FAULT_ORDERS: Readonly<Record<OrderedFault, FaultOrder>> = {
  reset_before: { fault: 'reset_before' },
  reset_after: { fault: 'reset_after' },
  close_after: { fault: 'close_after' },
  hang_before: { fault: 'hang_before' },
  hang_after: { fault: 'hang_after' },
  truncate: { fault: 'truncate' },
  malformed_chunk: { fault: 'malformed_chunk' },
  garbage_200: { fault: 'garbage_200' },
  wrong_content_type: { fault: 'wrong_content_type' },
  html_502: { fault: 'html_502' },
  html_502_after: { fault: 'html_502_after' },
  unavailable_503: { fault: 'unavailable_503' },
  error_500_after: { fault: 'error_500_after' },
  throttle_429_seconds: { fault: 'throttle_429', retryAfterSeconds: 1 },
  throttle_429_date: { fault: 'throttle_429', retryAfterSeconds: 1, retryAfterForm: 'date' },
  redirect: { fault: 'redirect' },
  gzip_bomb: { fault: 'gzip_bomb', bytes: 16_777_216 },
  slow_drip: { fault: 'slow_drip' },
  huge_body: { fault: 'huge_body', bytes: 4_194_304 },
  huge_headers: { fault: 'huge_headers' },
  other_amount: { fault: 'other_amount' },
  other_currency: { fault: 'other_currency' },
  other_reference: { fault: 'other_reference' },
  unknown_status: { fault: 'unknown_status' },
  late_answer: { fault: 'delay', delayMs: lateMs },
  late_execution: { fault: 'delay_before', delayMs: lateMs },
  errors_400: { fault: 'errors_400' },
  html_200: { fault: 'html_200' },
  data_with_errors: { fault: 'data_with_errors' },
  partial_data: { fault: 'partial_data' },
  null_with_errors: { fault: 'null_with_errors' },
  unknown_error_class: { fault: 'unknown_error_class' },
  wrong_types: { fault: 'wrong_types' },
};
