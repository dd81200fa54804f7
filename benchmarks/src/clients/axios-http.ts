import { Agent } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import type { BenchClientFactory, Target } from '../bench-client.ts';
import { nextPayment, type PaymentRequest, paymentPath, requirePaid } from '../payment-request.ts';

/** axios as it comes, with a keep-alive agent. */
export const axiosHttp: BenchClientFactory = (target) => {
  const { agent, client } = axiosClient(target);
  return { pay: () => postPayment(client, nextPayment()), close: () => agent.destroy() };
};

/** The instance, and the agent that holds its connections. */
export function axiosClient({ origin }: Target): { readonly agent: Agent; readonly client: AxiosInstance } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return { agent, client: axios.create({ baseURL: origin, httpAgent: agent }) };
}

/** One payment through axios. */
export async function postPayment(client: AxiosInstance, payment: PaymentRequest): Promise<void> {
  const { data } = await client.post<unknown>(paymentPath, payment.body, { headers: { ...payment.headers } });
  requirePaid(data, payment.reference);
}
