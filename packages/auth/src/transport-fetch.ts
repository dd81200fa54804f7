import type { Transport } from '@polyrail/core/provider';
import { CredentialsError, type HttpMethod, type HttpRequest, type HttpResponse } from '@polyrail/http';

/** What a library hands to `fetch`. */
interface FetchOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: URLSearchParams | null | undefined;
}

/**
 * The `fetch` of a library, on a transport: so that its requests know the same TLS policy, limits and origin as all others.
 *
 * A request without an answer is a `CredentialsError`.
 */
export function transportFetch(
  transport: Transport<HttpRequest, HttpResponse>,
  origin: string,
  timeoutMs: number,
): (url: string, options: FetchOptions) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    if (!url.startsWith(`${origin}/`)) throw new CredentialsError('the library asked for another origin');
    const delivery = await transport.send(
      // Another method is refused by the guard of the transport.
      { method: method as HttpMethod, path: url.slice(origin.length), headers, ...(body && { body: String(body) }) },
      { timeoutMs },
    );
    if (delivery.phase !== 'answered')
      throw new CredentialsError(`the token endpoint did not answer: ${delivery.fault.message}`);
    const { status, headers: fields, body: content } = delivery.response;
    const bodyless = status === 204 || status === 205 || status === 304;
    return new Response(bodyless ? null : Buffer.from(content), { status, headers: { ...fields } });
  };
}
