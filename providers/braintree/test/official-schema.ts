import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

const file = new URL('../../../../shared/data/graphql/braintree-2025-04-29.graphql', import.meta.url);

/** Braintree's published schema. It has no licence, so it is no part of the project: `undefined` where it is not beside it. */
export const officialSchema: GraphQLSchema | undefined = existsSync(file)
  ? buildSchema(readFileSync(file, 'utf8'))
  : undefined;
