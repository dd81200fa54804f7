import type { Delivery, Transport } from '@polyrail/core/provider';
import type { HttpRequest, HttpResponse } from '@polyrail/http';
import { type RestRequest, toHttpRequest } from './rest-request.ts';
import { type RestResponse, toRestResponse } from './rest-response.ts';

/** Bounds of a walk through pages. */
export interface PageOptions {
  /** The request for the page after this one; `undefined` after the last. It names a path, never a whole URL. */
  next(page: RestResponse): RestRequest | undefined;
  /** Default: 100. */
  readonly maxPages?: number;
  /** Time for each page. Default: 10,000. */
  readonly timeoutMs?: number;
}

/** A page, or what went wrong at this point. */
export type Page =
  | { readonly kind: 'page'; readonly page: RestResponse }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Reads a list page by page, when the caller is ready for the next. A list that does not end, or that names the same
 * page twice, ends in `failed`: a part of a list never looks like the whole.
 */
export async function* pages(
  transport: Transport<HttpRequest, HttpResponse>,
  first: RestRequest,
  { next, maxPages = 100, timeoutMs = 10_000 }: PageOptions,
): AsyncGenerator<Page, void, void> {
  const seen = new Set<string>();
  let request: RestRequest | undefined = first;
  while (request !== undefined) {
    const wire = toHttpRequest(request);
    const refusal = refuse(wire.path, seen, maxPages);
    seen.add(wire.path);
    const page = refusal ?? read(await transport.send(wire, { timeoutMs }));
    yield page;
    request = page.kind === 'page' ? next(page.page) : undefined;
  }
}

function refuse(path: string, seen: ReadonlySet<string>, maxPages: number): Page | undefined {
  if (seen.has(path)) return { kind: 'failed', message: 'the list names the same page twice' };
  if (seen.size >= maxPages) return { kind: 'failed', message: `the list has more than ${maxPages} pages` };
  return undefined;
}

function read(delivery: Delivery<HttpResponse>): Page {
  if (delivery.phase !== 'answered') return { kind: 'failed', message: delivery.fault.message };
  const page = toRestResponse(delivery.response);
  if (page.status === 200 && page.json !== undefined) return { kind: 'page', page };
  return { kind: 'failed', message: `the provider answered ${page.status}` };
}
