import { once } from 'node:events';
import { createServer } from 'node:tls';
import { portOf } from '../port-of.ts';
import type { BrokenPort } from './broken-port.ts';

/** A TLS port whose certificate nobody trusts. */
export async function openUntrustedPort(): Promise<BrokenPort> {
  // Makes certificates, which few users of the kit have to load.
  const { selfSigned } = await import('../certificate-authority.ts');
  const server = createServer(await selfSigned('untrusted'), (socket) => socket.destroy());
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
