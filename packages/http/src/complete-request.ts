import type { HttpRequest } from './http-request.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * The request as a whole: base path, the transport's headers under the request's own and `credential` above both, names in lower
 * case, bytes copied so that nobody changes them after they were signed. Or why there is none.
 */
export function completeRequest(
  request: HttpRequest,
  basePath: string,
  fields: Fields,
  credential?: readonly [name: string, value: string],
): HttpRequest | string {
  if (!/^\/(?!\/)/.test(request.path)) return 'the path must begin with one slash';
  const headers = merged(fields, request.headers);
  if (headers === undefined) return 'a header is there twice';
  if (credential !== undefined) headers[credential[0]] = credential[1];
  const { method, body } = request;
  const path = basePath + request.path;
  if (body === undefined) return { method, path, headers };
  return { method, path, headers, body: body instanceof Uint8Array ? Buffer.from(body) : body };
}

function merged(fields: Fields, own: Fields = {}): Record<string, string> | undefined {
  const result: Record<string, string> = { ...fields };
  const names = Object.keys(own);
  let respelled = false;
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower !== name) respelled = true;
    // An absent value reaches the guard, which refuses it by name.
    result[lower] = own[name] as string;
  }
  if (respelled && new Set(names.map((name) => name.toLowerCase())).size < names.length) return undefined;
  return result;
}
