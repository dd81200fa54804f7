import type { Acquirer } from '../acquirer/acquirer.ts';
import type { DistortableMembers } from '../http/distort-json.ts';
import type { OperationName, WireAnswer, WireRequest } from '../http/wire.ts';

/** What resolvers get besides their arguments. */
export interface ResolverContext {
  readonly acquirer: Acquirer;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  now(): number;
  /** Holds the answer back. */
  late(ms: number): void;
}

/** A function for a field. `Arguments` are those that the schema has: the server has checked them against it. */
export type Resolver<Arguments> = (parent: unknown, args: Arguments, context: ResolverContext) => unknown;

/** The arguments of a mutation. */
export interface Input<Fields> {
  readonly input: Readonly<Fields>;
}

/** What a nullable text of an input can be. */
export type NullableText = string | null | undefined;

/** One GraphQL API in front of the acquirer: its schema and its manners. */
export interface GraphqlDialect {
  readonly typeDefs: string;
  /** By type and field. What a type or field does not name is read from the value of the same name. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver<never>>>>>;
  /** Where a request is not let in: what it gets instead. */
  refuse(request: WireRequest): WireAnswer | undefined;
  /** What a field of `Query` or `Mutation` is called on every wire. */
  readonly operations: Readonly<Record<string, OperationName>>;
  /** The member of the variables, at any depth, by which faults and inquiries name an operation. */
  readonly keyMember: string;
  readonly members: DistortableMembers;
  /** The member of `errors[].extensions` that classifies an error. */
  readonly codeField: string;
  /** The class of an error that leaves open what was executed. */
  readonly internal: string;
  /** True where every answer has status 200, whatever it says. */
  readonly alwaysOk: boolean;
}
