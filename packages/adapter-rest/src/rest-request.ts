import type { HttpMethod, HttpRequest } from '@polyrail/http';
import { encodeForm, type FormFields } from './form.ts';

/** Values that JSON can carry exactly. Amounts beyond 2^53 go as strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** What a provider's `encode` returns. */
export interface RestRequest {
  readonly method: HttpMethod;
  /** Percent-encoded segments, without a query. Use {@link path} for ids. */
  readonly path: string;
  /** Absent values are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most one of `json` and `form`. */
  readonly json?: Json;
  readonly form?: FormFields;
}

/** A path from a template: every value is percent-encoded as one segment. ``path`/v1/charges/${id}/capture` `` */
export function path(template: TemplateStringsArray, ...values: readonly string[]): string {
  return template.reduce((text, part, index) => `${text}${encodeURIComponent(values[index - 1] ?? '')}${part}`);
}

/** The request as it is sent, always the same for the same input. */
export function toHttpRequest(request: RestRequest): HttpRequest {
  const { method, query } = request;
  const target = query === undefined ? request.path : request.path + encodeQuery(query);
  if (request.json !== undefined)
    return {
      method,
      path: target,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...request.headers },
      body: JSON.stringify(request.json),
    };
  if (request.form !== undefined)
    return {
      method,
      path: target,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...request.headers },
      body: encodeForm(request.form),
    };
  return { method, path: target, headers: { accept: 'application/json', ...request.headers } };
}

function encodeQuery(query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.append(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
