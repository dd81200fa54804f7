import { PolyrailError } from '@polyrail/core/provider';
import { type DocumentNode, Kind, parse } from 'graphql/language/index.js';
import { GraphqlFragment } from './graphql-fragment.ts';

/** Values that a variable carries exactly. Amounts go as strings. Absent members are left out. */
export type GraphqlValue =
  | string
  | number
  | boolean
  | null
  | readonly GraphqlValue[]
  | { readonly [name: string]: GraphqlValue | undefined };

/** The variables of a document, by name. */
export interface GraphqlVariables {
  readonly [name: string]: GraphqlValue | undefined;
}

/** A document with its variables: all that a provider's `encode` can send. */
export interface GraphqlRequest {
  readonly document: GraphqlDocument<never>;
  readonly variables: GraphqlVariables;
}

interface Head {
  readonly operation: 'query' | 'mutation';
  readonly name: string;
  readonly text: string;
}

/** A document that was checked where it is written down. Only {@link gql} makes one. */
export class GraphqlDocument<Variables extends GraphqlVariables> {
  readonly #head: Head;
  /** The request that asks for this document with these variables. */
  readonly with: (variables: Variables) => GraphqlRequest;

  private constructor(head: Head) {
    this.#head = head;
    this.with = (variables) => ({ document: this, variables });
  }

  /** @throws PolyrailError `provider_invalid` */
  static of<Variables extends GraphqlVariables>(text: string): GraphqlDocument<Variables> {
    return new GraphqlDocument(headOf(text));
  }

  get operation(): 'query' | 'mutation' {
    return this.#head.operation;
  }

  /** The `operationName`. */
  get name(): string {
    return this.#head.name;
  }

  /** The text as it was written. */
  get text(): string {
    return this.#head.text;
  }
}

/**
 * Writes a document down: ``gql<{ id: string }>`query Payment($id: ID!) { payment(id: $id) { status } }` ``
 *
 * Whatever changes from request to request is a variable: the type takes nothing between the backticks but fragments. A
 * document has one named query or mutation, and a mutation one field, so that one answer is about one movement of money.
 *
 * @throws PolyrailError `provider_invalid` when it is anything else
 */
export function gql<Variables extends GraphqlVariables>(
  template: TemplateStringsArray,
  ...fragments: readonly GraphqlFragment[]
): GraphqlDocument<Variables> {
  if (!fragments.every((one) => one instanceof GraphqlFragment))
    throw invalid('takes values as variables, never inside its text');
  return GraphqlDocument.of(String.raw({ raw: template }, ...fragments.map(({ text }) => text)));
}

function headOf(text: string): Head {
  const [operation, ...others] = parsed(text).definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw invalid('has exactly one operation');
  const { name, selectionSet } = operation;
  if (name === undefined) throw invalid('names its operation');
  if (operation.operation === 'subscription') throw invalid('is a query or a mutation');
  const isOneField = selectionSet.selections.length === 1 && selectionSet.selections[0]?.kind === Kind.FIELD;
  if (operation.operation === 'mutation' && !isOneField) throw invalid('that is a mutation has exactly one field');
  return { operation: operation.operation, name: name.value, text };
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true, maxTokens: 10_000 });
  } catch (error) {
    throw invalid(`can be parsed: ${error instanceof Error ? error.message : error}`);
  }
}

function invalid(rule: string): PolyrailError {
  return new PolyrailError('provider_invalid', `a GraphQL document ${rule}`);
}
