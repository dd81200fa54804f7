import { type Dispatcher, Pool } from 'undici';
import type { BenchClientFactory } from '../bench-client.ts';
import { nextPayment, paymentPath, requirePaid } from '../payment-request.ts';

/** One payment by undici's lowest interface and nothing else. */
export function payByDispatch(pool: Pool): Promise<void> {
  const { body, headers, reference } = nextPayment();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => undefined,
      onResponseStart: () => undefined,
      onResponseData: (_controller, chunk) => chunks.push(chunk),
      onResponseEnd: () => {
        try {
          requirePaid(JSON.parse(Buffer.concat(chunks).toString()), reference);
          resolve();
        } catch (error) {
          reject(error);
        }
      },
      onResponseError: (_controller, error) => reject(error),
    };
    pool.dispatch({ method: 'POST', path: paymentPath, headers, body }, handler);
  });
}

/** The floor of what a call on its engine can cost. */
export const undiciDispatch: BenchClientFactory = ({ origin }) => {
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  return { pay: () => payByDispatch(pool), close: () => pool.close() };
};
