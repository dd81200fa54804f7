import type { BenchClientFactory } from '../bench-client.ts';
import { graphqlCharges } from '../graphql-provider.ts';
import { gatewayOver } from './polyrail.ts';

/** The whole line over GraphQL. */
export const graphqlPolyrail: BenchClientFactory = (target) => gatewayOver([graphqlCharges(target)], () => undefined);
