import { createHash } from 'node:crypto';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import {
  createGateway,
  type Gateway,
  type GatewayEvent,
  memoryLedger,
  type NotificationRecord,
  Secret,
} from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { gocardlessRefusalStatus } from '@polyrail/webhooks';
import { type FastifyBaseLogger, fastify } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing } from '../../src/access/key-ring.ts';
import { sendError } from '../../src/answer/send-error.ts';
import type { HostServer, ZodRequests } from '../../src/host-server.ts';
import { webhookRoutes } from '../../src/routes/webhooks.ts';
import { buildServer } from '../../src/server.ts';
import { signedSchemes } from '../signed-messages.ts';

let app: HostServer;
let gateway: Gateway;
let port: number;
const stored: NotificationRecord[] = [];
const events: GatewayEvent[] = [];

beforeAll(async () => {
  const base = sandboxRest({ origin: 'http://127.0.0.1:9', apiKey: new Secret('unused') });
  const providers = Object.entries(signedSchemes).map(([id, { verifier, prepare }]) => ({
    ...base,
    id,
    notifications: {
      verifier,
      ...(prepare && { prepare }),
      read: ({ body }: { readonly body: Uint8Array }) => [
        { eventId: createHash('sha256').update(body).digest('hex'), type: 'event' },
      ],
    },
  }));
  const ledger = memoryLedger();
  const accept = ledger.accept.bind(ledger);
  ledger.accept = (records, nowMs) => {
    stored.push(...records);
    return accept(records, nowMs);
  };
  gateway = createGateway({ providers, ledger });
  gateway.subscribe((event) => events.push(event));
  app = await buildServer({ gateway, apiKeys: new KeyRing([]) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const [address] = app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(() => app.close());
beforeEach(() => {
  stored.length = 0;
  events.length = 0;
});

/** The same for every scheme and every reason. */
const refusal = {
  type: '/problems/notification_refused',
  title: 'The notification is not believed',
  status: 401,
  detail: 'Nothing proves that this message comes from the provider of this path. Nothing of it was stored.',
  code: 'notification_refused',
  outcome: 'not_sent',
  retry: 'never',
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Sending {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array | undefined;
}

/** Headers with several values go out as several headers. */
function push(provider: string, { headers, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const path = `/v1/webhooks/${provider}`;
    const outgoing = request(
      { port, host: '127.0.0.1', path, method: 'POST', headers },
      (response: IncomingMessage) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe.each(Object.entries(signedSchemes))('a provider that signs by %s', (provider, scheme) => {
  const { contentType, signatureField } = scheme;

  it('is believed, and what it pushes is stored once', async () => {
    const { headers, body } = scheme.message();
    for (let times = 0; times < 2; times += 1)
      expect(await push(provider, { headers: { ...headers, 'content-type': contentType }, body })).toEqual({
        status: 204,
        text: '',
      });
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
  });

  it.each([undefined, '', 'json', 'text/plain', 'application/octet-stream', 'multipart/form-data; boundary=x'])(
    'is believed whatever it calls its body: %s',
    async (type) => {
      const { headers, body } = scheme.message();
      const named = type === undefined ? headers : { ...headers, 'content-type': type };
      expect(await push(provider, { headers: named, body })).toMatchObject({ status: 204 });
      expect(stored).toHaveLength(1);
    },
  );

  it('is not believed with a body that is not the signed bytes, or with none', async () => {
    const { headers, body } = scheme.message();
    const typed = { ...headers, 'content-type': contentType };
    const untyped = await push(provider, { headers, body: undefined });
    // Adyen's fields and Rafiki's JSON are signed as values, so only another value shows.
    const changed = body.includes('1000') ? body.replace('1000', '9000') : body.replace(/.$/, ' $&');
    const answers: Answer[] = [untyped];
    for (const other of [changed, body.slice(0, -1), '', undefined])
      answers.push(await push(provider, { headers: typed, body: other }));
    for (const { status, text } of answers) {
      const { request_id: _, instance: __, ...problem } = JSON.parse(text);
      expect([status, problem]).toEqual([401, refusal]);
    }
    expect(stored).toEqual([]);
    expect(events.filter(({ type }) => type === 'notification_refused')).toHaveLength(5);
  });

  it('is not believed with two signatures, even the same', async () => {
    if (signatureField === undefined) return;
    const { headers, body } = scheme.message();
    const twice = [headers[signatureField] ?? '', headers[signatureField] ?? ''];
    const repeated = { ...headers, 'content-type': contentType, [signatureField]: twice };
    expect(await push(provider, { headers: repeated, body })).toMatchObject({ status: 401 });
    expect(stored).toEqual([]);
    const refusals = events.filter(({ type }) => type === 'notification_refused');
    expect(refusals).toEqual([{ type: 'notification_refused', provider, reason: 'signature_repeated' }]);
  });

  it('is not read beyond a bound', async () => {
    const { headers } = scheme.message();
    const body = Buffer.alloc(1_048_577, 0x20);
    const answer = await push(provider, { headers: { ...headers, 'content-length': body.length }, body }).catch(
      // The host may cut the connection while the body is still on its way.
      () => ({ status: 413, text: '"code":"payload_too_large"' }),
    );
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining('"code":"payload_too_large"') });
    expect([stored, events]).toEqual([[], []]);
  });

  it('is not believed by the signature of another', async () => {
    const others = Object.entries(signedSchemes).filter(([id]) => id !== provider);
    for (const [, other] of others) {
      const { headers, body } = other.message();
      expect(await push(provider, { headers, body })).toMatchObject({ status: 401 });
    }
    expect(stored).toEqual([]);
  });
});

it('answers a refusal with the status that the provider wants', async () => {
  const { verifier } = signedSchemes['gocardless'] ?? expect.fail();
  const notifications = { verifier, read: () => [], refusalStatus: gocardlessRefusalStatus };
  const provider = { ...sandboxRest({ origin: 'http://127.0.0.1:9', apiKey: new Secret('unused') }), notifications };
  const host = await buildServer({ gateway: createGateway({ providers: [provider] }), apiKeys: new KeyRing([]) });
  const address = await host.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/v1/webhooks/${provider.id}`, { method: 'POST', body: '{}' });
  expect([answer.status, await answer.json()]).toMatchObject([498, { ...refusal, status: 498 }]);
  await host.close();
});

describe('a body that something in the host has parsed', () => {
  it('is named in the log, and nothing is stored', async () => {
    const lines: string[] = [];
    const loggerInstance: FastifyBaseLogger = pino({}, { write: (line: string) => void lines.push(line) });
    const host = fastify({ loggerInstance }).withTypeProvider<ZodRequests>();
    host.setErrorHandler(sendError);
    host.setValidatorCompiler(() => (value) => ({ value }));
    host.setSerializerCompiler(() => JSON.stringify);
    host.addHook('preValidation', async (parsed) => {
      parsed.body = JSON.parse(String(parsed.body));
    });
    webhookRoutes(host, gateway);
    const address = await host.listen({ host: '127.0.0.1', port: 0 });
    const { headers = {}, body = '' } = signedSchemes['github']?.message() ?? {};
    const answer = await fetch(`${address}/webhooks/github`, { method: 'POST', headers, body });
    expect(answer.status).toBe(500);
    expect(lines.join('')).toContain('a framework has parsed the body of the notification');
    expect(stored).toEqual([]);
    await host.close();
  });
});
