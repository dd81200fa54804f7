import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

describe('GET /openapi.json', () => {
  it('is OpenAPI 3.1 with every route, and nothing in it points nowhere', async () => {
    const { json, text } = await host.get('/openapi.json');
    expect(json['openapi']).toMatch(/^3\.1\.\d+$/);
    expect(json['info']).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(Object(json['paths'])).sort()).toEqual([
      '/healthz',
      '/readyz',
      '/v1/dead-letters',
      '/v1/dead-letters/{id}/replay',
      '/v1/payment-requests',
      '/v1/payments',
      '/v1/payments/{id}',
      '/v1/payments/{id}/cancellations',
      '/v1/payments/{id}/captures',
      '/v1/payments/{id}/recalls',
      '/v1/payments/{id}/refunds',
      '/v1/payments/{id}/settlement',
      '/v1/payments/{id}/timeline',
      '/v1/providers',
      '/v1/reviews',
      '/v1/webhooks/{provider}',
    ]);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = pointer.split('/').reduce<unknown>((value, name) => Object(value)[name], json);
      expect(target, pointer).toBeDefined();
    }
    for (const path of Object.values<object>(Object(json['paths'])))
      for (const operation of Object.values(path)) {
        expect(operation).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) });
        for (const answer of Object.values<{ description: string }>(operation.responses))
          expect(answer.description).not.toBe('');
      }
  });

  it('says of every route what any request can be answered with', async () => {
    const { json } = await host.get('/openapi.json');
    const paths = Object.entries<object>(Object(json['paths'])).filter(([path]) => path.startsWith('/v1/'));
    expect(paths).not.toEqual([]);
    for (const [path, methods] of paths)
      for (const { responses } of Object.values(methods))
        expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining(['400', '431', '500'])]);
  });

  it('describes what providers push, which needs no key and may be any bytes', async () => {
    const { json } = await host.get('/openapi.json');
    const { post } = Object(json['paths'])['/v1/webhooks/{provider}'];
    expect(post.security).toEqual([]);
    expect(Object.keys(post.requestBody.content)).toEqual(['*/*']);
    expect(Object.keys(post.responses)).toEqual(['204', '400', '401', '404', '408', '413', '431', '500', '503']);
    expect(post.responses['204']).toEqual({ description: 'Stored. Processing follows.' });
    expect(post.responses['401']).toMatchObject({
      description: '`notification_refused`',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
    expect(Object(json['paths'])['/v1/providers'].get.responses['401'].description).toBe('`unauthorized`');
  });

  it('says which bodies may be left out', async () => {
    const { json } = await host.get('/openapi.json');
    const isNeeded = (path: string) => Object(json['paths'])[path].post.requestBody.required;
    for (const verb of ['captures', 'cancellations', 'refunds', 'recalls'])
      expect([verb, isNeeded(`/v1/payments/{id}/${verb}`)]).toEqual([verb, false]);
    expect(isNeeded('/v1/payments')).toBe(true);
  });

  it('documents both shapes of a payment and the problems', async () => {
    const { json } = await host.get('/openapi.json');
    const { schemas } = Object(json['components']);
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['TransferPaymentInput', 'CardPaymentInput', 'Payment', 'PaymentOperation', 'Problem']),
    );
    expect(Object.keys(schemas)).not.toContain('PaymentInput');
    const post = Object(json['paths'])['/v1/payments'].post;
    expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['201', '202', '400', '402', '409', '422']));
    expect(Object.keys(post.responses['402'].content)).toEqual(['application/problem+json']);
  });
});

describe('GET /docs', () => {
  it('makes no outside request', async () => {
    const page = await host.get('/docs/');
    expect(page.status).toBe(200);
    const resources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(resources.length).toBeGreaterThan(3);
    for (const address of resources) {
      expect(address).toMatch(/^\.\//);
      expect((await host.get(`/docs/${address.slice(2)}`)).status).toBe(200);
    }
    const start = await host.get('/docs/static/swagger-initializer.js');
    expect(start.text).toContain('validatorUrl: null');
    const style = await host.get('/docs/static/swagger-ui.css');
    expect(style.text).not.toMatch(/@import|url\(\s*["']?https?:/);
    // What a script might still try, the browser refuses.
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';(?!.*https?:)/);
  });
});
