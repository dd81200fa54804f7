/** Faults of a transport, named by what happened on the way. */
export type TransportFaultCode =
  | 'connection_refused'
  | 'name_unresolved'
  | 'tls_failed'
  | 'connect_timeout'
  | 'connection_lost'
  | 'timeout'
  | 'aborted'
  | 'body_broken'
  | 'body_too_large'
  | 'headers_too_large'
  | 'protocol_violation'
  | 'credentials_unavailable'
  | 'unknown_fault';

/** A fault without a stack, a header or a body in it: safe to log. */
export interface TransportFault {
  readonly code: TransportFaultCode;
  /** One sentence, no secret. */
  readonly message: string;
}

/**
 * How far a request got, judged by phase and never by an error code.
 *
 * - `not_sent`: no byte of the request left. Sending it again cannot double anything.
 * - `sent_no_answer`: it may have been read and executed. When in doubt, this.
 * - `answered`: a whole answer is there.
 */
export type Delivery<Response> =
  | { readonly phase: 'not_sent'; readonly fault: TransportFault }
  | { readonly phase: 'sent_no_answer'; readonly fault: TransportFault }
  | { readonly phase: 'answered'; readonly response: Response };

/** What the guard tells a transport about one attempt. */
export interface SendContext {
  /** Time for this attempt, from the call of `send` to the last byte of the answer. */
  readonly timeoutMs: number;
  /** The caller gave up. A transport ends the attempt and says how far it got. */
  readonly signal?: AbortSignal;
}

/** Sends the bytes of one protocol. The only place that does I/O. It never throws and never sends twice. */
export interface Transport<Request, Response> {
  send(request: Request, context: SendContext): Promise<Delivery<Response>>;
  /** Ends idle connections; requests in flight end first. */
  close(): Promise<void>;
}
