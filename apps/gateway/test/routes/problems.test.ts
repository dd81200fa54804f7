import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCatalogue } from '../../src/answer/problem-catalogue.ts';
import { startTestHost, type TestHost } from '../test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

describe('GET /problems/{code}', () => {
  it('has a page for each code, and links to all of them', async () => {
    const { text: index } = await host.get('/problems');
    for (const [code, { title, status }] of Object.entries(problemCatalogue)) {
      const page = await host.get(`/problems/${code}`);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.text).toContain(`<h1>${title}</h1>`);
      expect(page.text).toContain(`<dd>${status}</dd>`);
      expect(page.text).toContain('<h2>What to do</h2>');
      expect(index).toContain(`href="/problems/${code}"`);
    }
  });

  it('is where a problem body points to', async () => {
    const { json } = await host.get('/v1/payments/nothing');
    expect((await host.get(String(json['type']))).text).toContain('There is no such payment');
  });

  it('answers 404 for another code', async () => {
    for (const code of ['nothing', 'constructor', '<script>']) {
      const { status, json } = await host.get(`/problems/${encodeURIComponent(code)}`);
      expect([status, json['code']]).toEqual([404, 'not_found']);
    }
  });
});
