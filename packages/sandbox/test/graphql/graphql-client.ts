import type { Sandbox } from '../../src/index.ts';

export interface GraphqlReply {
  readonly status: number;
  readonly contentType: string | null;
  readonly json: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  };
}

/** Asks the sandbox as one of its customers would. */
export async function ask(
  sandbox: Sandbox,
  query: string,
  variables: object = {},
  { path = '/graphql', headers = { authorization: 'Bearer sk_test_sandbox' } }: AskOptions = {},
): Promise<GraphqlReply> {
  const response = await fetch(sandbox.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    json: Object(await response.json()),
  };
}

interface AskOptions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
