import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { portOf } from '../port-of.ts';
import type { BrokenPort } from './broken-port.ts';

/** A port where nobody listens. It is held by a connection that leaves from it, so nobody else gets it meanwhile. */
export async function openClosedPort(): Promise<BrokenPort> {
  const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const holder = connect(portOf(server), '127.0.0.1');
  await once(holder, 'connect');
  return {
    port: holder.localPort ?? 0,
    close: async () => {
      holder.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
