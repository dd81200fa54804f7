import type { Delivery, Transport } from '@polyrail/core/provider';
import { type HttpRequest, type HttpResponse, httpResponse, textField } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { type Page, type PageOptions, pages } from '../src/pages.ts';
import type { RestResponse } from '../src/rest-response.ts';

const json = (value: unknown, status = 200): Delivery<HttpResponse> => ({
  phase: 'answered',
  response: httpResponse(status, { 'content-type': 'application/json' }, JSON.stringify(value)),
});

/** A transport that answers by path, and remembers what it was asked. */
function transportOf(answer: (path: string) => Delivery<HttpResponse>) {
  const asked: { path: string; timeoutMs: number }[] = [];
  const transport: Transport<HttpRequest, HttpResponse> = {
    async send({ path }, { timeoutMs }) {
      asked.push({ path, timeoutMs });
      return answer(path);
    },
    close: async () => undefined,
  };
  return { transport, asked };
}

const byCursor = (page: RestResponse) => {
  const after = textField(page.json, 'next');
  return after === undefined ? undefined : ({ method: 'GET', path: '/items', query: { after } } as const);
};
const first = { method: 'GET', path: '/items' } as const;

/** Answers with so many different pages. */
function counting(pageCount: number): () => Delivery<HttpResponse> {
  let count = 0;
  return () => {
    count += 1;
    return json(count < pageCount ? { next: String(count) } : {});
  };
}

async function walk(answer: (path: string) => Delivery<HttpResponse>, options: Partial<PageOptions> = {}) {
  const { transport, asked } = transportOf(answer);
  const found: Page[] = [];
  for await (const page of pages(transport, first, { next: byCursor, ...options })) {
    found.push(page);
    if (found.length > 1_000) throw new Error('the list does not end');
  }
  return { found, asked };
}

describe('pages', () => {
  it('follow the cursor to the end, each with its own time', async () => {
    const bodies: Readonly<Record<string, unknown>> = {
      '/items': { items: [1], next: 'a b' },
      '/items?after=a+b': { items: [2], next: 'c' },
      '/items?after=c': { items: [] },
    };
    const { found, asked } = await walk((path) => json(bodies[path]), { timeoutMs: 500 });
    expect(found.map((page) => (page.kind === 'page' ? page.page.json : page.message))).toEqual(Object.values(bodies));
    expect(asked).toEqual(Object.keys(bodies).map((path) => ({ path, timeoutMs: 500 })));
  });

  it('that name the same page twice end in a failure', async () => {
    const { found, asked } = await walk(() => json({ next: 'a' }));
    expect(found.map(({ kind }) => kind)).toEqual(['page', 'page', 'failed']);
    expect(found.at(-1)).toEqual({ kind: 'failed', message: 'the list names the same page twice' });
    expect(asked).toHaveLength(2);
  });

  it('that do not end are ended', async () => {
    const { found, asked } = await walk(counting(100), { maxPages: 5 });
    expect(asked).toHaveLength(5);
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toEqual({ kind: 'failed', message: 'the list has more than 5 pages' });
  });

  it('are as many as are allowed', async () => {
    const { found } = await walk(counting(5), { maxPages: 5 });
    expect(found.map(({ kind }) => kind)).toEqual(['page', 'page', 'page', 'page', 'page']);
  });

  it.each<[string, Delivery<HttpResponse>, string]>([
    ['is not delivered', { phase: 'not_sent', fault: { code: 'connection_refused', message: 'refused' } }, 'refused'],
    ['has no answer', { phase: 'sent_no_answer', fault: { code: 'timeout', message: 'too late' } }, 'too late'],
    ['is an error', json({}, 500), 'the provider answered 500'],
    ['is a redirect', json({}, 302), 'the provider answered 302'],
    ['is a part', json({}, 206), 'the provider answered 206'],
    ['is no JSON', { phase: 'answered', response: httpResponse(200, {}, '{}') }, 'the provider answered 200'],
  ])('end in a failure when one %s: a part never looks like the whole', async (_name, delivery, message) => {
    const { found, asked } = await walk((path) => (path === '/items' ? json({ next: 'a' }) : delivery));
    expect(found.map(({ kind }) => kind)).toEqual(['page', 'failed']);
    expect(found.at(-1)).toEqual({ kind: 'failed', message });
    expect(asked).toHaveLength(2);
  });

  it('are asked for only when the caller is ready, and no longer once it stops', async () => {
    const { transport, asked } = transportOf(() => json({ next: String(asked.length) }));
    for await (const page of pages(transport, first, { next: byCursor })) {
      expect(page.kind).toBe('page');
      if (asked.length === 2) break;
    }
    expect(asked).toHaveLength(2);
  });
});
