/** What a fault can be told, beyond when it fires. */
export interface FaultParameters {
  /** How long `delay`, `delay_before` and `late_answer` wait (default 1,000), and `reorder_answer` at most (60,000). */
  readonly delayMs?: number;
  /** Time between two bytes of `slow_drip`. Default 200. */
  readonly intervalMs?: number;
  /** What `unavailable_503` and `throttle_429` ask the caller to wait. Default: none, and 1. */
  readonly retryAfterSeconds?: number;
  /** Whether Retry-After is written in seconds or as an HTTP date. Default `seconds`. */
  readonly retryAfterForm?: 'seconds' | 'date';
  /** Where `redirect` points. Default: the same path under another origin. */
  readonly location?: string;
  /** Size of `gzip_bomb` once inflated (default 256 MiB), of `huge_body` (64 MiB), of `huge_headers` (128 KiB). */
  readonly bytes?: number;
}

export type FaultParameter = keyof FaultParameters;

/** What a fault does. */
export interface FaultKind {
  /** Whether the acquirer has executed the request when the fault strikes. */
  readonly executed: boolean;
  readonly parameters: readonly FaultParameter[];
  readonly about: string;
}

/** The name of every fault: those that strike before the acquirer executes, those after, those that only GraphQL, signed SOAP or ISO 20022 has. */
export const FAULT_NAMES = [
  'reset_before',
  'hang_before',
  'delay_before',
  'html_502',
  'unavailable_503',
  'throttle_429',
  'redirect',
  'reset_after',
  'close_after',
  'hang_after',
  'html_502_after',
  'error_500_after',
  'delay',
  'truncate',
  'malformed_chunk',
  'garbage_200',
  'wrong_content_type',
  'gzip_bomb',
  'slow_drip',
  'huge_body',
  'huge_headers',
  'other_amount',
  'other_currency',
  'other_reference',
  'unknown_status',
  'errors_400',
  'html_200',
  'data_with_errors',
  'partial_data',
  'null_with_errors',
  'unknown_error_class',
  'wrong_types',
  'unsigned',
  'stale',
  'wrong_key',
  'tampered',
  'lost_request',
  'late_answer',
  'lost_answer',
  'duplicate_answer',
  'reorder_answer',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

/** What each fault is. */
export const FAULTS: Readonly<Record<FaultName, FaultKind>> = {
  reset_before: { executed: false, parameters: [], about: 'TCP reset instead of an answer' },
  hang_before: { executed: false, parameters: [], about: 'no answer, the connection stays open' },
  delay_before: { executed: false, parameters: ['delayMs'], about: 'waits, then executes, even if the caller left' },
  html_502: { executed: false, parameters: [], about: '502 with an HTML page, as proxies send it' },
  unavailable_503: { executed: false, parameters: ['retryAfterSeconds', 'retryAfterForm'], about: '503' },
  throttle_429: { executed: false, parameters: ['retryAfterSeconds', 'retryAfterForm'], about: '429 with Retry-After' },
  redirect: { executed: false, parameters: ['location'], about: '307 to another origin' },
  reset_after: { executed: true, parameters: [], about: 'TCP reset instead of an answer' },
  close_after: { executed: true, parameters: [], about: 'orderly close instead of an answer' },
  hang_after: { executed: true, parameters: [], about: 'no answer, the connection stays open' },
  html_502_after: { executed: true, parameters: [], about: '502 with an HTML page, as proxies send it' },
  error_500_after: { executed: true, parameters: [], about: '500 with a JSON error' },
  delay: { executed: true, parameters: ['delayMs'], about: 'the right answer, late' },
  truncate: { executed: true, parameters: [], about: 'the right head, then half of the body and a close' },
  malformed_chunk: { executed: true, parameters: [], about: 'a chunk size that is not hexadecimal' },
  garbage_200: { executed: true, parameters: [], about: '200 with random bytes' },
  wrong_content_type: { executed: true, parameters: [], about: 'the right body labelled text/html' },
  gzip_bomb: { executed: true, parameters: ['bytes'], about: 'a small gzip body that inflates to the right answer' },
  slow_drip: { executed: true, parameters: ['intervalMs'], about: 'the right answer, one byte at a time' },
  huge_body: { executed: true, parameters: ['bytes'], about: 'the right answer behind many bytes of padding' },
  huge_headers: { executed: true, parameters: ['bytes'], about: 'the right answer behind many headers' },
  other_amount: { executed: true, parameters: [], about: 'answers with another amount' },
  other_currency: { executed: true, parameters: [], about: 'answers with another currency' },
  other_reference: { executed: true, parameters: [], about: 'answers with other references' },
  unknown_status: { executed: true, parameters: [], about: 'answers with the status "quantum"' },
  errors_400: { executed: false, parameters: [], about: 'GraphQL: 400 with errors, as a refused document gets it' },
  html_200: { executed: true, parameters: [], about: 'GraphQL: 200 with an HTML page' },
  data_with_errors: { executed: true, parameters: [], about: 'GraphQL: the right data, and errors beside it' },
  partial_data: { executed: true, parameters: [], about: 'GraphQL: the id, null for all else, and errors' },
  null_with_errors: { executed: true, parameters: [], about: 'GraphQL: null, and an internal error' },
  unknown_error_class: { executed: true, parameters: [], about: 'GraphQL: null, and an error of the class QUANTUM' },
  wrong_types: { executed: true, parameters: [], about: 'GraphQL: numbers for text and lists for numbers' },
  unsigned: { executed: true, parameters: [], about: 'SOAP: the right answer, without its signature' },
  stale: { executed: true, parameters: [], about: 'SOAP: the right answer, signed an hour ago' },
  wrong_key: { executed: true, parameters: [], about: 'SOAP: the right answer, signed with a key that nobody knows' },
  tampered: { executed: true, parameters: [], about: 'ISO 20022: another status or amount than was signed' },
  lost_request: { executed: false, parameters: [], about: '202, as if it were accepted' },
  late_answer: { executed: true, parameters: ['delayMs'], about: 'ISO 20022: 202, and the answer late on the stream' },
  lost_answer: { executed: true, parameters: [], about: 'ISO 20022: 202, and no answer ever' },
  duplicate_answer: { executed: true, parameters: [], about: 'ISO 20022: the answer, and again on the stream' },
  reorder_answer: { executed: true, parameters: ['delayMs'], about: 'ISO 20022: 202, the answer behind the next' },
};
