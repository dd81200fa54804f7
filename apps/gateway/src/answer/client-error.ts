import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemBody } from './problem.ts';
import type { ProblemCode } from './problem-catalogue.ts';

/** What else than a malformed request Node calls by these codes. */
const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers bytes that are no HTTP request, with a problem as well. There is no request to reply to, only a socket. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const code = codes[error.code ?? ''] ?? 'invalid_request';
  const facts = code === 'invalid_request' ? { detail: 'this is no complete HTTP/1.1 request' } : {};
  const problem = problemBody(code, { instance: '/', requestId: randomUUID() }, facts);
  const text = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
}
