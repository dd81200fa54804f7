import type { TransportFault, TransportFaultCode } from '@polyrail/core/provider';
import { tlsFailureOf } from './tls-failure.ts';

/** A fault on its way through code that passes errors on. It has no secret in it. */
export class TransportFailure extends Error {
  readonly fault: TransportFault;

  constructor(code: TransportFaultCode, message: string) {
    super(message);
    this.fault = { code, message };
  }
}

/** Codes that the errors of Node and undici carry. The code names a fault; it never decides how far a request got. */
const faultCodes: Readonly<Record<string, TransportFaultCode>> = {
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  HTTPParserError: 'protocol_violation',
  ETIMEDOUT: 'connection_lost',
  UND_ERR_SOCKET: 'connection_lost',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_HEADERS_OVERFLOW: 'headers_too_large',
  UND_ERR_INVALID_ARG: 'protocol_violation',
  UND_ERR_NOT_SUPPORTED: 'protocol_violation',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol_violation',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'body_too_large',
};

const messages: Readonly<Record<TransportFaultCode, string>> = {
  aborted: 'the attempt was ended',
  body_broken: 'the response body broke off or is malformed',
  body_too_large: 'the response body is larger than the limit',
  connect_timeout: 'no connection within the time for it',
  connection_lost: 'the connection was lost before an answer',
  connection_refused: 'no connection could be made',
  credentials_unavailable: 'the credentials could not be applied',
  headers_too_large: 'the response header section is larger than the limit',
  name_unresolved: 'the host name could not be resolved',
  protocol_violation: 'the message does not follow HTTP/1.1',
  timeout: 'no whole answer in time',
  tls_failed: 'the TLS connection was refused',
  unknown_fault: 'the exchange failed',
};

/** Names the fault behind an error. `inBody`: the status line and the header section were read already. */
export function faultOf(error: unknown, inBody: boolean): TransportFault {
  if (error instanceof TransportFailure) return error.fault;
  const errorCode = errorCodeOf(error);
  const code = faultCodeOf(errorCode, inBody);
  // In TLS 1.3 a server refuses the client's certificate only after the handshake, when the request may have left.
  const detail = code === 'tls_failed' ? `: ${tlsFailureOf(errorCode, '', true)} (${errorCode})` : '';
  return { code, message: messages[code] + detail };
}

/** The `code` of an error of Node, or an empty text. undici's parser leaves it out, so its name stands in. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'HTTPParserError') return error.name;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function faultCodeOf(errorCode: string, inBody: boolean): TransportFaultCode {
  const known = faultCodes[errorCode];
  if (known === 'body_too_large' || known === 'headers_too_large') return known;
  if (inBody) return 'body_broken';
  if (known !== undefined) return known;
  return errorCode.startsWith('ERR_SSL_') ? 'tls_failed' : 'unknown_fault';
}
