import type { RejectReason } from '@polyrail/core';

/** Codes of problems that arise in this host, before or beside the gateway. */
export type HostProblemCode =
  | 'invalid_request'
  | 'invalid_json'
  | 'idempotency_key_missing'
  | 'unauthorized'
  | 'too_many_requests'
  | 'notification_refused'
  | 'not_found'
  | 'dead_letter_unknown'
  | 'method_not_allowed'
  | 'request_timeout'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'headers_too_large'
  | 'issuer_unavailable'
  | 'internal_error';

/** Every code that a problem body can carry. The gateway's reasons keep their names. */
export type ProblemCode = HostProblemCode | RejectReason | 'declined';

/** What is known about the operation: not sent, refused before execution, declined, perhaps executed, or executed. */
export type ProblemOutcome = 'not_sent' | 'rejected' | 'declined' | 'unknown' | 'done';

/**
 * What the caller may do: `never` send this request again, send it with the `same_key`, make a new attempt with a
 * `new_key`, or send it with the same key `after` a pause.
 */
export type ProblemRetry = 'never' | 'same_key' | 'new_key' | 'after';

/** One kind of problem. The HTTP answer and its documentation page are both made from it. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  readonly outcome: ProblemOutcome;
  readonly retry: ProblemRetry;
  /** When it is answered. */
  readonly meaning: string;
  /** What the caller, or the operator, does about it. */
  readonly remedy: string;
}

/** Each problem code with its HTTP status, what it means and what to do. @see RFC 9457 */
export const problemCatalogue: Readonly<Record<ProblemCode, ProblemEntry>> = {
  invalid_request: entry(400, 'The request is malformed', 'not_sent', 'never', {
    meaning: 'A field is missing, unknown or badly formed. `issues` names each field. Nothing was sent or stored.',
    remedy: 'Correct the fields in `issues`. The idempotency key is still free.',
  }),
  invalid_json: entry(400, 'The body is not JSON', 'not_sent', 'never', {
    meaning: 'The body cannot be read as JSON (RFC 8259), or it tries to set `__proto__` or `constructor`.',
    remedy: 'Send one JSON object in UTF-8.',
  }),
  idempotency_key_missing: entry(400, 'The idempotency key is missing', 'not_sent', 'never', {
    meaning: 'A request that moves money needs a key, so that it can be repeated without moving money twice.',
    remedy: 'Send `idempotency_key` in the body or an `Idempotency-Key` header: one new value for each intention.',
  }),
  unauthorized: entry(401, 'The API key or token is missing or wrong', 'not_sent', 'never', {
    meaning:
      'The request has no `Authorization: Bearer` header with a key that this host knows, or a token that it believes.',
    remedy:
      'Send `Authorization: Bearer <key>`. The keys are set in POLYRAIL_API_KEYS, those of operators in POLYRAIL_OPERATOR_KEYS.',
  }),
  notification_refused: entry(401, 'The notification is not believed', 'not_sent', 'never', {
    meaning: 'Nothing proves that this message comes from the provider of this path. Nothing of it was stored.',
    remedy: 'The operator finds the reason in the log under `request_id`, and compares the secrets of both sides.',
  }),
  declined: entry(402, 'The payment was declined', 'declined', 'new_key', {
    meaning: 'The provider refused and no money moved. `decline.reason` says why, in one vocabulary for all providers.',
    remedy: 'Follow `decline.advice`: never, later, or fix_and_retry. A new attempt needs a new idempotency key.',
  }),
  not_found: entry(404, 'There is no such resource', 'not_sent', 'never', {
    meaning: 'This host has nothing at this path.',
    remedy: 'Look at /docs for the paths.',
  }),
  payment_unknown: entry(404, 'There is no such payment', 'not_sent', 'never', {
    meaning: 'No payment of this API key has this id.',
    remedy: 'Use the `id` of the answer that created the payment, with a key of the same tenant.',
  }),
  dead_letter_unknown: entry(404, 'There is no such dead letter', 'not_sent', 'never', {
    meaning: 'No job of this host has this id.',
    remedy: 'Take the `id` from GET /v1/dead-letters, percent-encoded.',
  }),
  method_not_allowed: entry(405, 'The method is not allowed', 'not_sent', 'never', {
    meaning: 'The path exists, but not with this method. The `Allow` header lists those that it has.',
    remedy: 'Use a method from the `Allow` header.',
  }),
  request_timeout: entry(408, 'The request took too long to arrive', 'not_sent', 'same_key', {
    meaning: 'The headers were not there within 5 seconds, or the whole request not within 10. Nothing of it was read.',
    remedy: 'Send the same request with the same key, over a better line.',
  }),
  payment_state: entry(409, 'The payment does not allow this', 'not_sent', 'never', {
    meaning: 'The status of the payment does not allow the operation, such as a refund before anything was captured.',
    remedy: 'Fetch the payment and look at its status.',
  }),
  operation_open: entry(409, 'Another operation is not finished', 'not_sent', 'after', {
    meaning: 'An operation on this payment is in flight, pending or unknown, and only one may be open.',
    remedy: 'Fetch the payment until `open_operation` is gone, then send the request again with the same key.',
  }),
  key_in_flight: entry(409, 'The first request with this key is in flight', 'not_sent', 'after', {
    meaning: 'The same request with this key is being carried out now. It is not carried out twice.',
    remedy: 'Send the same request again after `Retry-After` to get the stored outcome.',
  }),
  payload_too_large: entry(413, 'The body is too large', 'not_sent', 'never', {
    meaning: 'The body has more than 65,536 bytes, or more than 1,048,576 where a provider pushes it.',
    remedy: 'Send only the fields of this API.',
  }),
  unsupported_media_type: entry(415, 'The body is not application/json', 'not_sent', 'never', {
    meaning: 'The `Content-Type` header names another media type, or none, or the body is compressed.',
    remedy: 'Send `Content-Type: application/json`, and no `Content-Encoding`.',
  }),
  invalid_command: entry(422, 'The request cannot be carried out', 'not_sent', 'never', {
    meaning: 'Each field is well formed, but the payment or every provider refuses a value. Nothing was sent.',
    remedy: 'Look at `issues`: an amount above what is left, or a currency or instrument that is not taken.',
  }),
  unsupported: entry(422, 'The provider lacks this operation', 'not_sent', 'never', {
    meaning: 'The provider of the payment does not have this operation. Nothing was sent.',
    remedy: 'GET /v1/providers lists what each provider can do.',
  }),
  key_reused: entry(422, 'The key belongs to another request', 'not_sent', 'new_key', {
    meaning: 'The idempotency key was used before, with other content. Nothing was executed.',
    remedy: 'Use a new key for a new intention; repeat a request without any change.',
  }),
  provider_refused: entry(422, 'The provider refused the request', 'rejected', 'new_key', {
    meaning:
      'The provider did not accept the request as it was, and executed nothing. `provider_code` is its own code.',
    remedy: 'Correct the request by the code of the provider, and send it with a new key.',
  }),
  reversed: entry(409, 'The operation was undone', 'rejected', 'new_key', {
    meaning: 'Its outcome was unknown, and the provider undid it on our request. No money moved in the end.',
    remedy: 'Send the request again with a new key if it is still wanted.',
  }),
  too_many_requests: entry(429, 'This key makes too many requests', 'not_sent', 'after', {
    meaning:
      'The caller makes more requests a second than this host lets one key or client make. Nothing was sent or stored.',
    remedy: 'Send the same request with the same key after `Retry-After`, and spread requests over time.',
  }),
  rate_limited: entry(429, 'Too many requests', 'rejected', 'after', {
    meaning: 'The limit of the provider, or ours for it, is used up. Nothing was executed.',
    remedy: 'Send the same request with the same key after `Retry-After`.',
  }),
  headers_too_large: entry(431, 'The headers are too large', 'not_sent', 'never', {
    meaning: 'The request has more than 100 header fields, or more than 16 KiB of them.',
    remedy: 'Send fewer headers.',
  }),
  internal_error: entry(500, 'This host failed', 'unknown', 'same_key', {
    meaning: 'A fault in this host. The log has it under `request_id`.',
    remedy: 'Send the same request with the same key: it is never executed twice.',
  }),
  provider_unauthorized: entry(502, 'The provider does not accept our credentials', 'rejected', 'same_key', {
    meaning: 'The credentials of this host at the provider are missing, wrong or expired. Nothing was executed.',
    remedy: 'The operator corrects the credentials. Then send the same request with the same key.',
  }),
  not_delivered: entry(503, 'The provider cannot be reached', 'not_sent', 'after', {
    meaning: 'No connection came about: refused, no such name, or TLS failed. The request surely never left.',
    remedy: 'Send the same request with the same key after `Retry-After`.',
  }),
  breaker_open: entry(503, 'The provider is cut off for a while', 'not_sent', 'after', {
    meaning: 'The provider failed so often that requests to it are held back for some seconds.',
    remedy: 'Send the same request with the same key after `Retry-After`. GET /v1/providers shows the breakers.',
  }),
  overloaded: entry(503, 'Too many payments are in progress', 'not_sent', 'after', {
    meaning: 'The queue for the provider is full. Nothing was sent.',
    remedy: 'Send the same request with the same key after `Retry-After`.',
  }),
  ledger_unavailable: entry(503, 'The ledger is unavailable', 'not_sent', 'after', {
    meaning: 'The store does not answer. Nothing can be read, and no key can be claimed durably, so nothing is sent.',
    remedy: 'The operator looks at the ledger. Send the same request with the same key after `Retry-After`.',
  }),
  issuer_unavailable: entry(503, 'The issuer of access tokens cannot be asked', 'not_sent', 'after', {
    meaning: 'The keys of the issuer at POLYRAIL_JWT_JWKS_URL cannot be fetched, so no token can be believed now.',
    remedy: 'The operator looks at the issuer; the log says why. Send the same request again after `Retry-After`.',
  }),
  provider_unavailable: entry(503, 'The provider is unavailable', 'rejected', 'after', {
    meaning: 'The provider answered that it cannot serve now, and executed nothing.',
    remedy: 'Send the same request with the same key after `Retry-After`.',
  }),
  aborted: entry(503, 'The request was given up', 'not_sent', 'same_key', {
    meaning: 'The request was given up before anything was sent, for example because the host stops.',
    remedy: 'Send the same request with the same key.',
  }),
  deadline_exceeded: entry(504, 'The time was over before anything was sent', 'not_sent', 'same_key', {
    meaning: 'The deadline of the request passed while it waited for its turn. Nothing was executed.',
    remedy: 'Send the same request with the same key.',
  }),
};

/** True for a code of the catalogue. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemCatalogue, text);
}

function entry(
  status: number,
  title: string,
  outcome: ProblemOutcome,
  retry: ProblemRetry,
  words: Pick<ProblemEntry, 'meaning' | 'remedy'>,
): ProblemEntry {
  return { status, title, outcome, retry, ...words };
}
