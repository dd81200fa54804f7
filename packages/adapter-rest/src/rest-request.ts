import { PolyrailError } from '@polyrail/core/provider';
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

/**
 * A path from a template: every value is percent-encoded as one segment. ``path`/v1/charges/${id}/capture` ``
 *
 * @throws PolyrailError `command_invalid` for a value that no server takes for a segment: nothing, `.` and `..`
 */
export function path(template: TemplateStringsArray, ...values: readonly string[]): string {
  return template.reduce((text, part, index) => text + segment(values[index - 1]) + part);
}

function segment(value: string | undefined): string {
  if (value === undefined || value === '' || value === '.' || value === '..')
    throw new PolyrailError('command_invalid', 'a path segment cannot be empty, "." or ".."');
  return encodeURIComponent(value);
}

/** The request as it is sent, always the same for the same input. `keyField`: the header that carries the idempotency key. */
export function toHttpRequest(request: RestRequest, keyField?: string, key = ''): HttpRequest {
  const { method, query, json, form } = request;
  if (json !== undefined && form !== undefined)
    throw new PolyrailError('provider_invalid', 'a request has at most one of json and form');
  if (query !== undefined && request.path.includes('?'))
    throw new PolyrailError('provider_invalid', 'a path with a query cannot have another one');
  const path = query === undefined ? request.path : request.path + encodeQuery(query);
  const headers: Record<string, string> = { accept: 'application/json' };
  const body = json === undefined ? form && encodeForm(form) : JSON.stringify(json);
  if (body !== undefined)
    headers['content-type'] = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  if (request.headers !== undefined) Object.assign(headers, request.headers);
  if (keyField !== undefined) headers[keyField] = key;
  return body === undefined ? { method, path, headers } : { method, path, headers, body };
}

function encodeQuery(query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.append(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
