import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A port whose queue of connections is full and never emptied, so a SYN to it gets no answer. */
export async function openBlackHole(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const worker = new Worker(
    `const { createServer } = require('node:net');
     const { parentPort } = require('node:worker_threads');
     const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const [port]: number[] = await once(worker, 'message');
  const fillers: Socket[] = [];
  for (let count = 0; count < 4; count++) {
    const filler = connect({ port: Number(port), host: '127.0.0.1' });
    filler.on('error', () => undefined);
    fillers.push(filler);
  }
  await Promise.race([once(fillers[1] ?? worker, 'connect'), new Promise((resolve) => setTimeout(resolve, 200))]);
  return {
    port: Number(port),
    close: async () => {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}
