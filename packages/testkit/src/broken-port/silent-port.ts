import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { portOf } from '../port-of.ts';
import type { BrokenPort } from './broken-port.ts';

/** A port that takes connections and never says a word: a TLS handshake hangs there. */
export async function openSilentPort(): Promise<BrokenPort> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
