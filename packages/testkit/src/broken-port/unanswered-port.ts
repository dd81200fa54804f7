import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { BrokenPort } from './broken-port.ts';

/** Listens in a thread that then stands still, so nobody takes connections out of the queue. */
const listener = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;

/** More connections than the shortest queue holds. */
const fillers = 4;

/** A port whose queue of connections is full, so a SYN to it gets no answer. */
export async function openUnansweredPort(): Promise<BrokenPort> {
  const worker = new Worker(listener, { eval: true });
  const [port]: number[] = await once(worker, 'message');
  const sockets = Array.from({ length: fillers }, () => connect(Number(port), '127.0.0.1'));
  for (const socket of sockets) socket.on('error', () => undefined);
  await Promise.race(sockets.slice(1).map((socket) => once(socket, 'connect')));
  return {
    port: Number(port),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}
