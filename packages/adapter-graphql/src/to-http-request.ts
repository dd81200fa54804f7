import { PolyrailError } from '@polyrail/core/provider';
import type { HttpRequest } from '@polyrail/http';
import type { GraphqlDocument, GraphqlRequest, GraphqlValue } from './graphql-document.ts';

/** What stands for the text of a document in the body of a request. */
export type PersistedDocument = Readonly<Record<string, GraphqlValue>>;

/** How requests of one provider are written. */
export interface WireOptions {
  readonly path: string;
  /** Longest body in bytes. */
  readonly maxRequestBytes: number;
  /** The members of the body that stand for the text of a document. Absent: the text itself goes out. */
  readonly persistedDocument?: ((document: GraphqlDocument<never>) => PersistedDocument) | undefined;
}

/** Writes requests: the same request always has the same bytes. */
export type RequestWriter = (request: GraphqlRequest, headers?: Readonly<Record<string, string>>) => HttpRequest;

const ownHeaders: Readonly<Record<string, string>> = {
  accept: 'application/graphql-response+json, application/json;q=0.9',
  'content-type': 'application/json',
};

/** @see https://graphql.github.io/graphql-over-http/draft/#sec-Request */
export function requestWriter({ path, maxRequestBytes, persistedDocument }: WireOptions): RequestWriter {
  const openings = new WeakMap<GraphqlDocument<never>, string>();

  function openingOf(document: GraphqlDocument<never>): string {
    const known = openings.get(document);
    if (known !== undefined) return known;
    const members = persistedDocument?.(document) ?? { query: document.text };
    const opening = `${JSON.stringify({ ...members, operationName: document.name }).slice(0, -1)},"variables":`;
    openings.set(document, opening);
    return opening;
  }

  return ({ document, variables }, headers) => {
    const body = `${openingOf(document)}${JSON.stringify(variables)}}`;
    if (Buffer.byteLength(body) > maxRequestBytes)
      throw new PolyrailError('command_invalid', `a request has at most ${maxRequestBytes} bytes`);
    return { method: 'POST', path, headers: headers === undefined ? ownHeaders : { ...ownHeaders, ...headers }, body };
  };
}
