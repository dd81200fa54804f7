import { connect, type Socket } from 'node:net';
import { delayPipe } from './delay-pipe.ts';
import type { Toxic } from './toxic.ts';

/** Where a proxy forwards to. */
export interface LinkTarget {
  readonly host: string;
  readonly port: number;
  /** Hears of each socket that is opened. */
  opened(socket: Socket): void;
}

type Poison<Type extends Toxic['type']> = Extract<Toxic, { type: Type }>;

// libuv reports a reset that comes together with data as an orderly end.
const resetPauseMs = 20;

/** Joins one client with the target, through a toxic. */
export function link(client: Socket, toxic: Toxic | undefined, target: LinkTarget): void {
  switch (toxic?.type) {
    case 'half_open':
      client.resume();
      break;
    case 'close_on_accept':
      client.resume();
      client.end();
      break;
    case 'reset':
      if (toxic.after === 'bytes_up') resetUp(client, open(target), toxic.bytes);
      else bounded(client, open(target), toxic.bytes, () => setTimeout(() => client.resetAndDestroy(), resetPauseMs));
      break;
    case 'truncate':
      bounded(client, open(target), toxic.bytes, () => client.end());
      break;
    case 'slow':
      slow(client, open(target), toxic);
      break;
    default:
      delayed(client, open(target), toxic ?? { type: 'delay_line', delayMs: 0 });
  }
}

function open(target: LinkTarget): Socket {
  const socket = connect({ host: target.host, port: target.port, allowHalfOpen: true, noDelay: true });
  target.opened(socket);
  return socket;
}

function delayed(client: Socket, upstream: Socket, { delayMs, closeIdleMs }: Poison<'delay_line'>): void {
  delayPipe(client, upstream, delayMs);
  if (closeIdleMs === undefined) delayPipe(upstream, client, delayMs);
  else closingWhenIdle(client, upstream, delayMs, closeIdleMs);
}

/** The way down of a far end that closes its side when it is idle: what it is asked afterwards, nobody hears the answer to. */
function closingWhenIdle(client: Socket, upstream: Socket, delayMs: number, closeIdleMs: number): void {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      closed = true;
      setTimeout(() => client.end(), delayMs);
    }, closeIdleMs);
  };
  upstream.on('connect', wait);
  client.on('data', () => setTimeout(() => clearTimeout(timer), delayMs));
  upstream.on('data', (chunk) => {
    if (closed) return;
    wait();
    setTimeout(() => client.writable && client.write(chunk), delayMs);
  });
  client.on('close', () => {
    clearTimeout(timer);
    upstream.destroy();
  });
}

function resetUp(client: Socket, upstream: Socket, bytes: number): void {
  let seen = 0;
  client.on('data', (chunk) => {
    seen += chunk.length;
    if (seen < bytes) upstream.write(chunk);
    else reset(client, upstream);
  });
  delayPipe(upstream, client, 0);
}

/** Lets `bytes` down, then ends the client's side its own way. */
function bounded(client: Socket, upstream: Socket, bytes: number, end: () => void): void {
  let left = bytes;
  delayPipe(client, upstream, 0);
  upstream.on('data', (chunk) => {
    if (left === 0) return;
    const part = chunk.subarray(0, left);
    left -= part.length;
    client.write(part, () => {
      if (left > 0) return;
      upstream.destroy();
      end();
    });
  });
}

function slow(client: Socket, upstream: Socket, { bytes, intervalMs }: Poison<'slow'>): void {
  delayPipe(client, upstream, 0);
  let waiting = Buffer.alloc(0);
  let ended = false;
  const timer = setInterval(() => {
    const part = waiting.subarray(0, bytes);
    waiting = waiting.subarray(bytes);
    if (client.writable) client.write(part);
    upstream.resume();
    if (waiting.length === 0 && ended) client.end();
  }, intervalMs);
  upstream.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    upstream.pause();
  });
  upstream.on('end', () => {
    ended = true;
  });
  client.on('close', () => {
    clearInterval(timer);
    upstream.destroy();
  });
}

function reset(client: Socket, upstream: Socket): void {
  client.resetAndDestroy();
  upstream.resetAndDestroy();
}
