import { describe, expect, it } from 'vitest';
import { createHttpClient, deliveryOf, type HttpRequest, httpTransport } from '../src/index.ts';
import { climbingPaths as climbs, hostileUrls as urls } from './support/hostile-urls.ts';
import { answer, startWireServer } from './support/wire-server.ts';

async function open() {
  const wire = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'reached')) });
  return { wire, options: { origin: wire.origin, basePath: '/v1/merchants/m1' } };
}

describe(`${urls.length} URLs that lead elsewhere`, () => {
  it.each(urls)('%j: refused as a path, before a byte leaves', async (url) => {
    const { wire, options } = await open();
    const transport = httpTransport(options);
    const request: HttpRequest = { method: 'GET', path: url };
    const refused = { phase: 'not_sent', fault: { code: 'protocol_violation' } };
    expect(await transport.send(request, { timeoutMs: 2_000 })).toMatchObject(refused);
    await transport.close();
    expect(wire.connections).toBe(0);
    await wire.close();
  });

  it.each(urls)('%j: refused by the axios face, before a byte leaves', async (url) => {
    const { wire, options } = await open();
    const client = createHttpClient(options);
    const outcome = await client.get(url).catch((error: unknown) => deliveryOf(error));
    const inside = wire.requests.every((request) => request.startsWith('GET /v1/merchants/m1/'));
    // What axios itself turns into a path below the base may go there, and nowhere else.
    expect(outcome === 'not_sent' || inside).toBe(true);
    await wire.close();
  });

  it.each(urls)('%j: leads astray who resolves it against the base', (url) => {
    const base = 'https://api.psp.example/v1/merchants/m1/';
    expect(URL.canParse(url, base) ? new URL(url, base).origin : 'not a URL').not.toBe('https://api.psp.example');
  });
});

describe(`${climbs.length} paths that climb out`, () => {
  it.each(climbs)('%j: refused in both forms', async (path) => {
    const { wire, options } = await open();
    const transport = httpTransport(options);
    const delivery = await transport.send({ method: 'GET', path }, { timeoutMs: 2_000 });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'protocol_violation' } });
    const client = createHttpClient(options);
    expect(await client.get(path).catch((error: unknown) => deliveryOf(error))).toBe('not_sent');
    await transport.close();
    expect(wire.connections).toBe(0);
    await wire.close();
  });

  it.each(climbs)('%j: leads astray who resolves it', (path) => {
    const base = 'https://api.psp.example/v1/merchants/m1';
    expect(new URL(base + path).pathname.startsWith('/v1/merchants/m1/')).toBe(false);
  });
});

describe('the environment', () => {
  it('a proxy that it names is not used', async () => {
    const { wire, options } = await open();
    await using proxy = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'proxy')) });
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
    for (const name of names) process.env[name] = proxy.origin;
    try {
      const transport = httpTransport(options);
      expect(await transport.send({ method: 'GET', path: '/p' }, { timeoutMs: 2_000 })).toMatchObject({
        phase: 'answered',
      });
      expect((await createHttpClient(options).get('/p')).data).toBe('reached');
      await transport.close();
    } finally {
      for (const name of names) delete process.env[name];
    }
    expect(proxy.connections).toBe(0);
    await wire.close();
  });
});
