import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { whenAnswered } from '../http/when-answered.ts';
import type { Detour, Distortion, WireAnswer } from '../http/wire.ts';
import type { Exchange } from './exchange.ts';
import type { FaultName } from './fault.ts';
import type { FaultOrder } from './fault-queue.ts';
import { gzipBomb, paddedBody } from './padded-body.ts';

type Strike = (exchange: Exchange, order: FaultOrder) => void;

/** Answers one request the way its fault says, instead of the way the acquirer would. */
export function injectFault(exchange: Exchange, order: FaultOrder): void {
  STRIKES[order.fault](exchange, order);
}

const STRIKES: Readonly<Record<FaultName, Strike>> = {
  reset_before: ({ socket }) => reset(socket),
  hang_before: () => {},
  delay_before: (exchange, { delayMs = 1000 }) => exchange.wait(delayMs, () => sendInTime(exchange)),
  html_502: (exchange) => exchange.send(BAD_GATEWAY),
  unavailable_503: (exchange, order) => exchange.send(comeBack(503, exchange, order)),
  throttle_429: (exchange, order) => exchange.send(comeBack(429, exchange, { retryAfterSeconds: 1, ...order })),
  redirect: (exchange, { location }) => exchange.send(redirect(location ?? otherOrigin(exchange))),
  reset_after: executed(({ socket }) => reset(socket)),
  close_after: executed(({ socket }) => socket.end()),
  hang_after: executed(() => {}),
  html_502_after: executed((exchange) => exchange.send(BAD_GATEWAY)),
  error_500_after: executed((exchange) => exchange.send(SERVER_ERROR)),
  delay: (exchange, { delayMs = 1000 }) => {
    whenAnswered(exchange.execute(), (answer) => {
      exchange.hold(delayMs + (answer.lateMs ?? 0), () => exchange.send(answer));
    });
  },
  truncate: executed(({ socket }, answer) => {
    const body = Buffer.from(answer.body);
    const head = headOf(answer, { 'content-length': String(body.length) });
    socket.end(Buffer.concat([head, body.subarray(0, body.length >> 1)]));
  }),
  malformed_chunk: executed(({ socket }, answer) => {
    const head = headOf(answer, { 'transfer-encoding': 'chunked' });
    socket.end(Buffer.concat([head, Buffer.from(`zz\r\n${answer.body}\r\n0\r\n\r\n`)]));
  }),
  garbage_200: executed(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': GARBAGE.length });
    response.end(GARBAGE);
  }),
  wrong_content_type: executed((exchange, answer) => exchange.send({ ...answer, contentType: 'text/html' })),
  gzip_bomb: executed(({ response }, answer, { bytes = 268_435_456 }) => {
    const body = gzipBomb(answer.body, bytes);
    const headers = { 'content-type': answer.contentType, 'content-encoding': 'gzip', 'content-length': body.length };
    response.writeHead(answer.status, headers).end(body);
  }),
  slow_drip: executed(drip),
  huge_body: executed(({ response }, answer, { bytes = 67_108_864 }) => {
    response.writeHead(answer.status, { 'content-type': answer.contentType });
    pipeline(Readable.from(paddedBody(answer.body, bytes)), response, () => {});
  }),
  huge_headers: executed((exchange, answer, { bytes = 131_072 }) => {
    exchange.send({ ...answer, headers: { ...answer.headers, ...padding(bytes) } });
  }),
  other_amount: lie('other_amount'),
  other_currency: lie('other_currency'),
  other_reference: lie('other_reference'),
  unknown_status: lie('unknown_status'),
  errors_400: (exchange) => exchange.send(REFUSED_DOCUMENT),
  html_200: executed((exchange) => exchange.send({ ...BAD_GATEWAY, status: 200 })),
  data_with_errors: lie('data_with_errors'),
  partial_data: lie('partial_data'),
  null_with_errors: lie('null_with_errors'),
  unknown_error_class: lie('unknown_error_class'),
  wrong_types: lie('wrong_types'),
  unsigned: lie('unsigned'),
  stale: lie('stale'),
  wrong_key: lie('wrong_key'),
  tampered: lie('tampered'),
  lost_request: (exchange) => exchange.send(ACCEPTED),
  late_answer: detour('late', 1000),
  lost_answer: detour('lost', 0),
  duplicate_answer: detour('twice', 0),
  reorder_answer: detour('reordered', 60_000),
};

const ACCEPTED: WireAnswer = { status: 202, contentType: 'text/plain', body: '' };

const BAD_GATEWAY: WireAnswer = {
  status: 502,
  contentType: 'text/html',
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
};

/** A server that refuses a document need not classify the error: the status says that nothing was executed. */
const REFUSED_DOCUMENT: WireAnswer = {
  status: 400,
  contentType: 'application/graphql-response+json',
  body: JSON.stringify({ errors: [{ message: 'Cannot query field "quantum" on type "Mutation".' }] }),
};

const SERVER_ERROR: WireAnswer = jsonError(500, 'server_error', 'internal', 'Something went wrong');

/** Starts with a byte that no JSON, XML or UTF-8 text can start with. */
const GARBAGE: Buffer = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 151 + 0xff) & 0xff));

/** A strike after the acquirer has executed the request, once its answer would have gone out. */
function executed(strike: (exchange: Exchange, answer: WireAnswer, order: FaultOrder) => void): Strike {
  return (exchange, order) => {
    whenAnswered(exchange.execute(), (answer) => {
      exchange.hold(answer.lateMs ?? 0, () => strike(exchange, answer, order));
    });
  };
}

/** Node.js resets TCP only; a TLS connection is cut without its closing alert instead. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function lie(distortion: Distortion): Strike {
  return executed((exchange, answer) => exchange.send({ ...answer, body: exchange.distort(answer.body, distortion) }));
}

function detour(by: Detour, usualMs: number): Strike {
  return executed((exchange, answer, { delayMs = usualMs }) => exchange.send(exchange.detour(answer, by, delayMs)));
}

function sendInTime(exchange: Exchange): void {
  whenAnswered(exchange.execute(), (answer) => {
    exchange.hold(answer.lateMs ?? 0, () => exchange.send(answer));
  });
}

function drip({ response }: Exchange, answer: WireAnswer, { intervalMs = 200 }: FaultOrder): void {
  const body = Buffer.from(answer.body);
  let sent = 0;
  response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': body.length });
  response.flushHeaders();
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, intervalMs);
  response.once('close', () => clearInterval(timer));
}

function comeBack(status: 429 | 503, exchange: Exchange, order: FaultOrder): WireAnswer {
  const { retryAfterSeconds, retryAfterForm } = order;
  const answer =
    status === 429
      ? jsonError(429, 'rate_limited', 'too_many_requests', 'Too many requests')
      : jsonError(503, 'unavailable', 'maintenance', 'Try again later');
  if (retryAfterSeconds === undefined) return answer;
  const seconds = String(retryAfterSeconds);
  const date = httpDate(exchange.now() + retryAfterSeconds * 1000);
  return { ...answer, headers: { 'retry-after': retryAfterForm === 'date' ? date : seconds } };
}

/** An HTTP date has whole seconds: round up, so that it is never too early. */
function httpDate(epochMs: number): string {
  return new Date(Math.ceil(epochMs / 1000) * 1000).toUTCString();
}

function redirect(location: string): WireAnswer {
  return { status: 307, contentType: 'text/plain', headers: { location }, body: 'Moved' };
}

/** The sandbox itself under another name, so that a followed redirect shows in its book. */
function otherOrigin({ socket, path }: Exchange): string {
  return `${socket instanceof TLSSocket ? 'https' : 'http'}://localhost:${socket.localPort}${path}`;
}

function jsonError(status: number, type: string, code: string, message: string): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify({ error: { type, code, message } }) };
}

function headOf(answer: WireAnswer, framing: Readonly<Record<string, string>>): Buffer {
  const headers = { 'content-type': answer.contentType, ...framing };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${lines.join('')}\r\n`);
}

function padding(bytes: number): Record<string, string> {
  const value = 'x'.repeat(1000);
  const count = Math.ceil(bytes / value.length);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-padding-${index}`, value]));
}
