import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { SandboxClock } from '../clock.ts';
import type { Exchange } from '../fault/exchange.ts';
import { injectFault } from '../fault/fault-injector.ts';
import type { FaultQueue } from '../fault/fault-queue.ts';
import { readBody } from './read-body.ts';
import type { RequestJournal } from './request-journal.ts';
import { whenAnswered } from './when-answered.ts';
import type { Wire, WireAnswer, WireCall, WireRequest } from './wire.ts';

/** Where the control API lives. */
export const CONTROL_PREFIX = '/_sandbox/';

export interface FrontParts {
  readonly wire: Wire;
  readonly control: (request: WireRequest) => WireAnswer;
  readonly clock: SandboxClock;
  readonly faults: FaultQueue;
  readonly journal: RequestJournal;
  /** How many requests may wait for an answer before others are turned away. */
  readonly maxInFlight: number;
}

/** The HTTP front of every simulator: reads the request, lets a fault strike, else answers through the wire. */
export function httpFront(parts: FrontParts): RequestListener {
  return (incoming, response) => {
    readBody(incoming, (body) => {
      const request = body === undefined ? undefined : requestOf(incoming, body);
      if (!request) turnAway(response, 413, 'body_too_large');
      else if (request.path.startsWith(CONTROL_PREFIX)) send(response, parts.control(request));
      else if (parts.journal.inFlight >= parts.maxInFlight) turnAway(response, 503, 'too_many_in_flight');
      else receive(parts, request, response);
    });
  };
}

function receive(parts: FrontParts, request: WireRequest, response: ServerResponse): void {
  const { wire, clock, faults, journal } = parts;
  const call = wire.accept(request);
  const { method, path } = request;
  const target = { operation: call.operation, method, path, key: call.key };
  const order = faults.take(target);
  journal.record({ ...target, at: clock.now(), fault: order?.fault });
  journal.began();
  response.once('close', () => journal.ended());
  if (!order) {
    reply(clock, call, response);
    return;
  }
  const exchange = exchangeOf(parts, request, call, response);
  if (exchange) injectFault(exchange, order);
}

function reply(clock: SandboxClock, call: WireCall, response: ServerResponse): void {
  whenAnswered(call.execute(), (answer) => {
    if (answer.lateMs) hold(clock, response, answer.lateMs, () => send(response, answer));
    else send(response, answer);
  });
}

function exchangeOf(
  { clock }: FrontParts,
  request: WireRequest,
  call: WireCall,
  response: ServerResponse,
): Exchange | undefined {
  const { socket } = response;
  // The caller left while its body was being read: there is nobody to be unkind to.
  if (!socket) return undefined;
  return {
    path: request.path,
    response,
    socket,
    execute: () => call.execute(),
    send: (answer) => send(response, answer),
    wait: (ms, run) => void clock.after(ms, run),
    hold: (ms, run) => (ms > 0 ? hold(clock, response, ms, run) : run()),
    distort: (body, distortion) => call.distort(body, distortion),
    detour: (answer, by, ms) => call.detour?.(answer, by, ms) ?? answer,
    now: () => clock.now(),
  };
}

function hold(clock: SandboxClock, response: ServerResponse, ms: number, run: () => void): void {
  const cancel = clock.after(ms, run);
  response.once('close', cancel);
}

function send(response: ServerResponse, answer: WireAnswer): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': answer.contentType,
    ...(answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
  });
  // A string, unlike a buffer, goes out in one write with the head.
  response.end(answer.body);
}

/** Answers and closes the connection: the rest of the request is not read. */
function turnAway(response: ServerResponse, status: 413 | 503, code: string): void {
  const error = { type: status === 413 ? 'invalid_request' : 'unavailable', code, message: 'Turned away' };
  send(response, {
    status,
    contentType: 'application/json',
    headers: { connection: 'close' },
    body: JSON.stringify({ error }),
  });
}

function requestOf(incoming: IncomingMessage, body: string): WireRequest {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers: incoming.headers,
    body,
    clientCertificate: fingerprintOf(incoming),
  };
}

function fingerprintOf({ socket }: IncomingMessage): string | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.fingerprint256 : undefined;
}
