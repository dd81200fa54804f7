import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections, which would take it while its process is between two lives. */
const lowest = 15_000;
const above = 32_000;

/** A port that nobody has now. Processes that are started again keep their port. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, above);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
