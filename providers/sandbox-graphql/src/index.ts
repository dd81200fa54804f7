export { type SandboxGraphqlSettings, sandboxGraphql } from './sandbox-graphql.ts';
