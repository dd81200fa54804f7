import { Secret } from '@polyrail/core';
import { bearer, httpTransport } from '@polyrail/http';
import type { BenchClientFactory } from '../bench-client.ts';
import { chargeDocument, graphqlPath, nextVariables, requireCharged } from '../graphql-payment.ts';
import { apiKey } from '../payment-request.ts';

const { name: operationName, text: query } = chargeDocument;
const headers = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/** The same document as a plain POST through the transport of `@polyrail/http`: what the line is compared with. */
export const graphqlRawPost: BenchClientFactory = ({ origin }) => {
  const transport = httpTransport({ origin, authenticator: bearer(new Secret(apiKey)) });
  return {
    async pay() {
      const variables = nextVariables();
      const body = JSON.stringify({ query, operationName, variables });
      const delivery = await transport.send(
        { method: 'POST', path: graphqlPath, headers, body },
        { timeoutMs: 10_000 },
      );
      if (delivery.phase !== 'answered') throw new Error(delivery.fault.message);
      requireCharged(JSON.parse(delivery.response.text() ?? '').data, variables.input.idempotencyKey);
    },
    close: () => transport.close(),
  };
};
