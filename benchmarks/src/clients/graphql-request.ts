import { GraphQLClient } from 'graphql-request';
import type { BenchClientFactory } from '../bench-client.ts';
import { chargeDocument, graphqlPath, nextVariables, requireCharged } from '../graphql-payment.ts';
import { apiKey } from '../payment-request.ts';

/** The usual GraphQL client, as its README shows it. */
export const graphqlRequest: BenchClientFactory = ({ origin }) => {
  const client = new GraphQLClient(origin + graphqlPath, { headers: { authorization: `Bearer ${apiKey}` } });
  return {
    async pay() {
      const variables = nextVariables();
      requireCharged(await client.request(chargeDocument.text, variables), variables.input.idempotencyKey);
    },
    close: () => undefined,
  };
};
