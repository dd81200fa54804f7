/** A request as every wire reads it: the body is complete, header names are lower case. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** SHA-256 fingerprint of the client's certificate, where the connection has one. */
  readonly clientCertificate?: string | undefined;
}

/** An answer in the words of one wire. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the acquirer holds the answer back. */
  readonly lateMs?: number;
}

/** What a request asks for, named alike on every wire. */
export const OPERATION_NAMES = [
  'charge',
  'transfer',
  'capture',
  'void',
  'refund',
  'retrieve',
  'inquire',
  'list',
  'recall',
  'requestPayment',
  'stream',
  'unknown',
] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];

/** A request that a wire has understood well enough to name, and not yet executed. */
export interface WireCall {
  readonly operation: OperationName;
  readonly key: string | undefined;
  /** Rejects only where a part of the simulator itself cannot be loaded. */
  execute(): WireAnswer | Promise<WireAnswer>;
  /** Rewrites the body of an answer so that it lies, or says more or less than the truth. */
  distort(body: string, distortion: Distortion): string;
  /** Sends an answer another way than in the response: what the response says then. `ms` is how long it takes. */
  detour?(answer: WireAnswer, by: Detour, ms: number): WireAnswer;
}

/** The ways that an answer can go on a wire that has a stream beside its responses. */
export type Detour = 'late' | 'lost' | 'twice' | 'reordered';

/** How an answer can lie about what was done. */
export type Distortion = ValueDistortion | GraphqlDistortion | SoapDistortion | NetworkDistortion;

/** Values that are not those of what was executed; on every wire. */
export type ValueDistortion = 'other_amount' | 'other_currency' | 'other_reference' | 'unknown_status';

/** What only GraphQL can say: data and errors at once. Other wires leave such an answer as it is. */
export type GraphqlDistortion =
  | 'data_with_errors'
  | 'partial_data'
  | 'null_with_errors'
  | 'unknown_error_class'
  | 'wrong_types';

/** What only a network of ISO 20022 can say: another thing than it signed. Other answers stay as they are. */
export type NetworkDistortion = 'tampered';

const SOAP_DISTORTIONS = ['unsigned', 'stale', 'wrong_key'] as const;

/** What only signed SOAP can say: the truth, signed by nobody, long ago, or by somebody else. Other answers stay as they are. */
export type SoapDistortion = (typeof SOAP_DISTORTIONS)[number];

export function isSoapDistortion(distortion: Distortion): distortion is SoapDistortion {
  return SOAP_DISTORTIONS.some((one) => one === distortion);
}

/** One protocol in front of the acquirer. */
export interface Wire {
  /** Never throws: what cannot be understood becomes a call that answers so. */
  accept(request: WireRequest): WireCall;
  /** Loads what the first request would wait for. Never rejects: what goes wrong is told to that request. */
  load?(): Promise<unknown>;
  /** Forgets what it keeps beside the acquirer. */
  reset?(): void;
}
