import { describe, expect, it, vi } from 'vitest';
import { httpTransport } from '../src/index.ts';
import { climbingPaths, hostileUrls } from './support/hostile-urls.ts';
import { answer, startWireServer } from './support/wire-server.ts';

// The same transport without its guard: nothing refuses these URLs, so the test beside this one can fail.
vi.mock('../src/request-guard.ts', () => ({
  violationOf: () => undefined,
  violationOfPath: () => undefined,
  violationOfField: () => undefined,
}));
vi.mock('../src/complete-request.ts', () => ({
  completeRequest: (request: { headers?: object }, _basePath: string, fields: object) => ({
    ...request,
    headers: { ...fields, ...request.headers },
  }),
}));

/** What a path becomes on the wire; undici itself takes no control characters, no blanks and no scheme in capitals. */
async function requestLineOf(path: string): Promise<string> {
  await using wire = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'reached')) });
  const transport = httpTransport({ origin: wire.origin });
  const delivery = await transport.send({ method: 'GET', path }, { timeoutMs: 2_000 });
  await transport.close();
  if (delivery.phase !== 'answered') expect(delivery.fault.code).not.toBe('protocol_violation');
  return wire.requests[0]?.split('\r\n', 1)[0] ?? 'nothing';
}

describe('without the guard', () => {
  const spoken = [...hostileUrls, ...climbingPaths].filter((path) => /^(?:https?:\/\/|\/)[!-~]*$/.test(path));

  it(`${spoken.length} of the URLs can be written on a request line`, () => {
    expect(spoken.length).toBeGreaterThan(100);
  });

  it.each(spoken)('%j goes out as it is: a proxy or a careless server follows it', async (path) => {
    expect(await requestLineOf(path)).toBe(`GET ${path} HTTP/1.1`);
  });
});
