import { Secret } from '@polyrail/core';
import { bearer, httpTransport } from '@polyrail/http';
import type { BenchClientFactory } from '../bench-client.ts';
import { apiKey, nextPayment, paymentPath, requirePaid } from '../payment-request.ts';

/** Only the engine of `@polyrail/http`: shows which part of the whole line is the transport. */
export const polyrailTransport: BenchClientFactory = ({ origin }) => {
  const transport = httpTransport({ origin, authenticator: bearer(new Secret(apiKey)) });
  return {
    async pay() {
      const { body, idempotencyKey, reference } = nextPayment();
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'idempotency-key': idempotencyKey,
      };
      const delivery = await transport.send(
        { method: 'POST', path: paymentPath, headers, body },
        { timeoutMs: 10_000 },
      );
      if (delivery.phase !== 'answered') throw new Error(delivery.fault.message);
      requirePaid(JSON.parse(delivery.response.text() ?? ''), reference);
    },
    close: () => transport.close(),
  };
};
