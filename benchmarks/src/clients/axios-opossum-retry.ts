import CircuitBreaker from 'opossum';
import type { BenchClientFactory } from '../bench-client.ts';
import { nextPayment, type PaymentRequest } from '../payment-request.ts';
import { axiosClient, postPayment } from './axios-http.ts';

const maxAttempts = 3;

/** What many hosts build today: axios in an opossum breaker with its defaults, in a loop that tries again. */
export const axiosOpossumRetry: BenchClientFactory = (target) => {
  const { agent, client } = axiosClient(target);
  const breaker = new CircuitBreaker((payment: PaymentRequest) => postPayment(client, payment));

  async function payWithRetries(payment: PaymentRequest): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await breaker.fire(payment);
      } catch (error) {
        if (attempt === maxAttempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));
      }
    }
  }

  return {
    pay: () => payWithRetries(nextPayment()),
    close() {
      breaker.shutdown();
      agent.destroy();
    },
  };
};
