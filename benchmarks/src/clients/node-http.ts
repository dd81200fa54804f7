import { Agent, request } from 'node:http';
import type { BenchClientFactory } from '../bench-client.ts';
import { nextPayment, paymentPath, requirePaid } from '../payment-request.ts';

/** `node:http` with a keep-alive agent and nothing else: the base of the comparison. */
export const nodeHttp: BenchClientFactory = ({ host, port }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    pay: () =>
      new Promise((resolve, reject) => {
        const { body, headers, reference } = nextPayment();
        const call = request({ host, port, agent, method: 'POST', path: paymentPath, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            try {
              requirePaid(JSON.parse(Buffer.concat(chunks).toString()), reference);
              resolve();
            } catch (error) {
              reject(error);
            }
          });
        });
        call.on('error', reject);
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
};
