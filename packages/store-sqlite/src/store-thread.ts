// The thread that owns the file. It answers each order before it takes the next one.
import { parentPort, workerData } from 'node:worker_threads';
import { failed } from './command.ts';
import type { Executor, FileOptions } from './executor.ts';
import { sameThread } from './same-thread.ts';
import type { Answer, Order } from './worker-thread.ts';

const answer = (message: Answer) => parentPort?.postMessage(message);

async function carryOut(executor: Executor, order: Order): Promise<Answer> {
  switch (order.kind) {
    case 'run':
      return { kind: 'results', results: await executor.run(order.group) };
    case 'checkpoint':
      await executor.checkpoint();
      return { kind: 'done' };
    case 'close':
      await executor.close();
      return { kind: 'done' };
  }
}

try {
  const executor = await sameThread(workerData as FileOptions);
  parentPort?.on('message', (order: Order) => {
    carryOut(executor, order).then(answer, (error: unknown) => answer(failed(error)));
  });
  answer({ kind: 'done' });
} catch (error) {
  answer(failed(error));
}
