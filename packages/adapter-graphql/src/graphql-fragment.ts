import { PolyrailError } from '@polyrail/core/provider';

/** A selection that several documents share: the only thing that {@link gql} takes inside its text. */
export class GraphqlFragment {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): GraphqlFragment {
    return new GraphqlFragment(text);
  }

  /** The text as it was written. */
  get text(): string {
    return this.#text;
  }
}

/**
 * Writes a selection down once: ``const payment = fragment`fragment Payment on Payment { id status }` `` and then
 * ``gql`query Found($id: ID!) { payment(id: $id) { ...Payment } } ${payment}` ``. It is checked with the documents that use it.
 *
 * @throws PolyrailError `provider_invalid` when there is a value inside its text
 */
export function fragment(template: TemplateStringsArray, ...values: readonly never[]): GraphqlFragment {
  const [text] = template;
  if (text === undefined || values.length > 0)
    throw new PolyrailError('provider_invalid', 'a GraphQL fragment takes values as variables, never inside its text');
  return GraphqlFragment.of(text);
}
