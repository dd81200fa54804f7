import Stripe from 'stripe';
import type { BenchClientFactory } from '../bench-client.ts';
import { apiKey, nextPayment, requirePaid } from '../payment-request.ts';

/** The `stripe` package with its defaults, telemetry off, pointed at the local server. */
export const stripeSdk: BenchClientFactory = ({ host, port }) => {
  const stripe = new Stripe(apiKey, { host, port, protocol: 'http', telemetry: false });
  return {
    async pay() {
      const { reference, idempotencyKey } = nextPayment();
      const intent = await stripe.paymentIntents.create(
        {
          amount: 5000,
          currency: 'usd',
          payment_method: 'pm_card_visa',
          confirm: true,
          metadata: { reference },
        },
        { idempotencyKey },
      );
      requirePaid(intent, reference);
    },
    // Its keep-alive sockets do not hold the process.
    close: () => undefined,
  };
};
