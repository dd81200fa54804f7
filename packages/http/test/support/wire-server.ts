import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** What a server of raw bytes does; it can break every rule of HTTP. */
export interface WireBehaviour {
  readonly onConnection?: (socket: Socket) => void;
  /** Called once for each whole request, head and body. `nth` counts from 1 over all connections. */
  readonly onRequest?: (socket: Socket, request: string, nth: number) => void;
}

export interface WireServer extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  /** Every whole request that was read. */
  readonly requests: string[];
  readonly sockets: Set<Socket>;
  connections: number;
  close(): Promise<void>;
}

export async function startWireServer(behaviour: WireBehaviour, tls?: TlsOptions, onPort = 0): Promise<WireServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const accept = (socket: Socket) => {
    server.connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    behaviour.onConnection?.(socket);
    readRequests(socket, (request) => {
      requests.push(request);
      behaviour.onRequest?.(socket, request, requests.length);
    });
  };
  const listener = tls ? createTlsServer(tls, accept) : createServer({ allowHalfOpen: true }, accept);
  listener.on('tlsClientError', () => undefined);
  listener.listen(onPort, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    listener.close();
    await once(listener, 'close');
  };
  const origin = `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${port}`;
  const server = { origin, port, requests, sockets, connections: 0, close, [Symbol.asyncDispose]: close };
  return server;
}

/** An answer as bytes, framed by its length. */
export function answer(status: string, body: string, headers = ''): string {
  return `HTTP/1.1 ${status}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function readRequests(socket: Socket, onRequest: (request: string) => void): void {
  let read = '';
  socket.on('data', (chunk) => {
    read += chunk.toString('latin1');
    for (let end = requestEnd(read); end !== -1; end = requestEnd(read)) {
      const request = read.slice(0, end);
      read = read.slice(end);
      onRequest(request);
    }
  });
}

function requestEnd(read: string): number {
  const head = read.indexOf('\r\n\r\n');
  if (head === -1) return -1;
  const length = /content-length: (\d+)/i.exec(read.slice(0, head))?.[1] ?? '0';
  const end = head + 4 + Number(length);
  return read.length >= end ? end : -1;
}
