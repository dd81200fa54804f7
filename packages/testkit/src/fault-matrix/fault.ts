/**
 * What a fault leaves the gateway to know.
 *
 * - `not_sent`: no byte of the request left.
 * - `doubtful`: it may have been executed.
 * - `turned_away`: the provider says that it executed nothing, and that a repeat may help.
 * - `contradicted`: the answer is about something else than what was asked.
 * - `undecided`: the provider has it, in a status that nobody knows.
 * - `refused`: the provider says that it executed nothing, and that a repeat would not help.
 * - `told`: the answer says that it was executed, whatever else it says.
 */
export type FaultNature = 'not_sent' | 'doubtful' | 'turned_away' | 'contradicted' | 'undecided' | 'refused' | 'told';

/** One row of the matrix. */
export interface FaultEntry {
  readonly nature: FaultNature;
  /** Nothing but the time limit of the attempt ends it. */
  readonly endless?: true;
  readonly about: string;
}

/** Faults of the place that the provider is pointed at. The kit makes them. */
export type AddressFault =
  | 'connection_refused'
  | 'name_unresolved'
  | 'connect_timeout'
  | 'tls_not_spoken'
  | 'tls_untrusted'
  | 'tls_silent';

/** Faults of the line between provider and simulator. The kit's fault proxy makes them. */
export type LineFault =
  | 'close_on_accept'
  | 'reset_on_request'
  | 'half_open'
  | 'reset_in_answer'
  | 'cut_in_answer'
  | 'slow_line';

/** Faults that the simulator makes. */
export type SimulatorFault =
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
  | 'late_execution';

export type FaultName = AddressFault | LineFault | SimulatorFault;

export const addressFaults: Readonly<Record<AddressFault, FaultEntry>> = {
  connection_refused: { nature: 'not_sent', about: 'a port where nobody listens' },
  name_unresolved: { nature: 'not_sent', about: 'a host name that DNS does not know' },
  connect_timeout: { nature: 'not_sent', about: 'a port that answers no SYN' },
  tls_not_spoken: { nature: 'not_sent', about: 'TLS to a port that does not speak it' },
  tls_untrusted: { nature: 'not_sent', about: 'TLS with a self-signed certificate' },
  tls_silent: { nature: 'not_sent', about: 'a TLS handshake that nobody answers' },
};

export const lineFaults: Readonly<Record<LineFault, FaultEntry>> = {
  close_on_accept: { nature: 'doubtful', about: 'closed as soon as it is connected' },
  reset_on_request: { nature: 'doubtful', about: 'reset when the request arrives at the proxy' },
  half_open: { nature: 'doubtful', endless: true, about: 'the proxy takes the request and passes nothing on' },
  reset_in_answer: { nature: 'doubtful', about: 'reset inside the answer' },
  cut_in_answer: { nature: 'doubtful', about: 'an orderly close inside the answer' },
  slow_line: { nature: 'doubtful', endless: true, about: 'the answer comes a byte at a time' },
};

const simulatorFaults: Readonly<Record<SimulatorFault, FaultEntry>> = {
  reset_before: { nature: 'doubtful', about: 'reset before it executes' },
  reset_after: { nature: 'doubtful', about: 'reset after it executed' },
  close_after: { nature: 'doubtful', about: 'an orderly close after it executed' },
  hang_before: { nature: 'doubtful', endless: true, about: 'no answer, and it executes nothing' },
  hang_after: { nature: 'doubtful', endless: true, about: 'no answer after it executed' },
  truncate: { nature: 'doubtful', about: 'half a body after a 2xx' },
  malformed_chunk: { nature: 'doubtful', about: 'a chunk size that is no number' },
  garbage_200: { nature: 'doubtful', about: '200 with random bytes' },
  wrong_content_type: { nature: 'doubtful', about: 'the right body under a wrong type' },
  html_502: { nature: 'doubtful', about: '502 with a page, nothing executed' },
  html_502_after: { nature: 'doubtful', about: '502 with a page after it executed' },
  unavailable_503: { nature: 'turned_away', about: '503' },
  error_500_after: { nature: 'doubtful', about: '500 after it executed' },
  throttle_429_seconds: { nature: 'turned_away', about: '429 with Retry-After in seconds' },
  throttle_429_date: { nature: 'turned_away', about: '429 with Retry-After as a date' },
  redirect: { nature: 'doubtful', about: '307 to another origin' },
  gzip_bomb: { nature: 'doubtful', about: 'a small body that inflates beyond the limit' },
  slow_drip: { nature: 'doubtful', endless: true, about: 'the right answer, one byte at a time' },
  huge_body: { nature: 'doubtful', about: 'a body beyond the limit' },
  huge_headers: { nature: 'doubtful', about: 'headers beyond the limit' },
  other_amount: { nature: 'contradicted', about: 'answers with another amount' },
  other_currency: { nature: 'contradicted', about: 'answers with another currency' },
  other_reference: { nature: 'contradicted', about: 'answers with another reference' },
  unknown_status: { nature: 'undecided', about: 'answers with a status that nobody knows' },
  late_answer: { nature: 'doubtful', endless: true, about: 'the right answer after the time limit' },
  late_execution: { nature: 'doubtful', endless: true, about: 'executes after the time limit, though the caller left' },
};

/** Every fault, in the order of the table's rows. */
export const faults: Readonly<Record<FaultName, FaultEntry>> = { ...addressFaults, ...lineFaults, ...simulatorFaults };
