// The thread that owns the file. It sleeps until it is called, and answers each order before it takes the next one.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { failed } from './command.ts';
import { openDriver } from './driver/open-driver.ts';
import { Engine } from './engine.ts';
import { openDatabase } from './open-database.ts';
import type { Answer, Order, ThreadData } from './worker-thread.ts';

const { file, bell } = workerData as ThreadData;

function carryOut(engine: Engine, order: Order): Answer {
  switch (order.kind) {
    case 'run':
      return { kind: 'results', results: engine.run(order.group) };
    case 'checkpoint':
      engine.checkpoint();
      return { kind: 'done' };
    case 'close':
      engine.close();
      return { kind: 'done' };
  }
}

function answerTo(engine: Engine, order: Order): Answer {
  try {
    return carryOut(engine, order);
  } catch (error) {
    return failed(error);
  }
}

/** Waiting for the bell costs less than an event loop that is woken. */
function serve(engine: Engine): void {
  for (let isClosed = false; !isClosed; ) {
    const rung = Atomics.load(bell, 0);
    const received: { readonly message: Order } | undefined = parentPort ? receiveMessageOnPort(parentPort) : undefined;
    if (received === undefined) {
      Atomics.wait(bell, 0, rung);
      continue;
    }
    parentPort?.postMessage(answerTo(engine, received.message));
    isClosed = received.message.kind === 'close';
  }
}

try {
  const engine = new Engine(file.path, await openDatabase(file.path, (path) => openDriver(path, file.driver)));
  parentPort?.postMessage({ kind: 'done' } satisfies Answer);
  serve(engine);
} catch (error) {
  parentPort?.postMessage(failed(error));
}
