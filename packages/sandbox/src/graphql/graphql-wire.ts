import type { Acquirer } from '../acquirer/acquirer.ts';
import type { SandboxClock } from '../clock.ts';
import type { Wire, WireAnswer, WireRequest } from '../http/wire.ts';
import type { GraphqlDialect } from './dialect.ts';
import { distortGraphql } from './distort-graphql.ts';
import { readCall } from './read-call.ts';
import type { GraphqlServer } from './yoga-server.ts';

/** The acquirer over GraphQL, in one dialect. The server is loaded by `load`, or with the first request that needs it. */
export function graphqlWire(dialect: GraphqlDialect, acquirer: Acquirer, clock: SandboxClock): Wire {
  let loading: Promise<GraphqlServer> | undefined;
  const server = () => {
    loading ??= import('./yoga-server.ts').then(({ yogaServer }) => yogaServer(dialect));
    return loading;
  };

  async function execute(request: WireRequest): Promise<WireAnswer> {
    const run = await server();
    let lateMs = 0;
    const late = (ms: number) => {
      lateMs = ms;
    };
    const answer = await run(request, { acquirer, now: () => clock.now(), late });
    return { ...answer, lateMs };
  }

  return {
    load: () => server().catch(() => undefined),
    accept(request) {
      return {
        ...readCall(request.body, dialect),
        execute: () => dialect.refuse(request) ?? execute(request),
        distort: (body, distortion) => distortGraphql(body, distortion, dialect),
      };
    },
  };
}
