import axios, { type InternalAxiosRequestConfig } from 'axios';
import type { HttpMethod, HttpRequest } from './http-request.ts';

/** Fields that the engine makes itself from the message; what a client library put there is dropped. */
const derivedFields: ReadonlySet<string> = new Set(['connection', 'content-length']);

/** The request that an axios config means, or why there is none. An absolute URL is taken only on the pinned origin. */
export function clientRequest(config: InternalAxiosRequestConfig, origin: string): HttpRequest | string {
  const path = pathOf(urlOf(config), origin);
  if (path === undefined) return 'the URL is not on the origin of this client';
  const body = bodyOf(config.data);
  if (body === null) return 'the request data is neither text nor bytes';
  return {
    // Another method is refused by the guard of the transport.
    method: String(config.method).toUpperCase() as HttpMethod,
    path,
    headers: headersOf(config, origin),
    ...(body !== undefined && { body }),
  };
}

/** As `axios.getUri`, which merges the whole config once more and is left to the calls that need it. */
function urlOf(config: InternalAxiosRequestConfig): string {
  const { baseURL = '', url = '', params } = config;
  const plain = params === undefined && /^\/(?!\/)/.test(url) && !baseURL.endsWith('/');
  return plain ? baseURL + url : axios.getUri(config);
}

function pathOf(url: string, origin: string): string | undefined {
  if (!url.startsWith(origin)) return undefined;
  const path = url.slice(origin.length);
  if (path === '' || path.startsWith('?')) return `/${path}`;
  return path.startsWith('/') ? path : undefined;
}

function headersOf(config: InternalAxiosRequestConfig, origin: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [field, value] of Object.entries(config.headers)) {
    // axios keeps a removed header as `null` or `false`.
    if (value === undefined || value === null || value === false) continue;
    const name = field.toLowerCase();
    const pinnedHost = name === 'host' && origin.endsWith(`://${value}`);
    if (!pinnedHost && !derivedFields.has(name)) headers[name] = String(value);
  }
  if (config.auth) {
    const { username, password } = config.auth;
    headers['authorization'] = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }
  return headers;
}

function bodyOf(data: unknown): string | Uint8Array | undefined | null {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof Uint8Array) return data;
  return data instanceof ArrayBuffer ? new Uint8Array(data) : null;
}
