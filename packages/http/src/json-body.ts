import type { HttpResponse } from './http-response.ts';

const jsonType = /^application\/([a-z0-9.+-]+\+)?json(\s*;|\s*$)/i;

/** The body, parsed. `undefined` when it is not declared as JSON, is not valid UTF-8, or is no JSON. */
export function jsonBody(response: HttpResponse): unknown {
  if (!jsonType.test(response.header('content-type') ?? '')) return undefined;
  const text = response.text();
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
