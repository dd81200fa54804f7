import { createHash } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import axios, { type AxiosInstance } from 'axios';
import { describe, expect, it } from 'vitest';
import {
  type Authenticator,
  bearer,
  CredentialsError,
  createHttpClient,
  type HttpRequest,
  type HttpTransportOptions,
  httpTransport,
  inOrder,
} from '../src/index.ts';
import { answer, startWireServer, type WireBehaviour } from './support/wire-server.ts';

const payment: HttpRequest = { method: 'POST', path: '/payments', body: '{"amount":5000}' };
const ok: WireBehaviour = { onRequest: (socket) => socket.write(answer('200 OK', 'done')) };

/** Signs by a digest of everything, so that any change shows. */
const digest: Authenticator = {
  describe: () => ({ kind: 'digest' }),
  apply: (request, { origin }) => ({
    ...request,
    headers: { ...request.headers, 'x-digest': digestOf(request, origin) },
  }),
};

function digestOf({ method, path, headers, body }: HttpRequest, origin: string): string {
  return createHash('sha256')
    .update(JSON.stringify([method, origin, path, headers, body]))
    .digest('hex');
}

async function sendWith(options: Partial<HttpTransportOptions>, behaviour = ok, timeoutMs = 2_000) {
  await using server = await startWireServer(behaviour);
  const transport = httpTransport({ origin: server.origin, ...options });
  const delivery = await transport.send(payment, { timeoutMs });
  await transport.close();
  return { delivery, requests: server.requests, origin: server.origin };
}

describe('what an authenticator gets and gives', () => {
  it('knows the origin and the time', async () => {
    let seen: unknown;
    const clock = { now: () => 1_700_000_000_000, schedule: () => () => undefined };
    const { origin } = await sendWith({
      clock,
      authenticator: {
        describe: () => ({ kind: 'test' }),
        apply(request, context) {
          seen = context;
          return request;
        },
      },
    });
    expect(seen).toEqual({ origin, now: 1_700_000_000_000 });
  });

  it('may put a new body in the place of the old: that one goes out', async () => {
    const envelope: Authenticator = {
      describe: () => ({ kind: 'ws_security' }),
      apply: (request) => ({ ...request, body: `<Envelope>${request.body}</Envelope>` }),
    };
    const { requests } = await sendWith({ authenticator: inOrder(envelope, digest) });
    expect(requests[0]).toMatch(/\r\n\r\n<Envelope>\{"amount":5000\}<\/Envelope>$/);
    expect(requests[0]).toContain('content-length: 36\r\n');
  });

  it('a change after signing throws', async () => {
    let kept: HttpRequest | undefined;
    await sendWith({
      authenticator: {
        describe: () => ({ kind: 'test' }),
        apply(request) {
          kept = { ...request, headers: { ...request.headers } };
          return kept;
        },
      },
    });
    expect(() => Object.assign(kept ?? {}, { path: '/elsewhere' })).toThrow(TypeError);
    expect(() => Object.assign(kept?.headers ?? {}, { 'x-late': '1' })).toThrow(TypeError);
  });

  it('shows why it cannot sign only in a CredentialsError', async () => {
    const authenticator: Authenticator = {
      describe: () => ({ kind: 'test' }),
      apply: () => Promise.reject(new CredentialsError('the token endpoint answered invalid_client')),
    };
    const { delivery } = await sendWith({ authenticator });
    expect(delivery).toEqual({
      phase: 'not_sent',
      fault: { code: 'credentials_unavailable', message: 'the token endpoint answered invalid_client' },
    });
  });
});

describe('authenticators in order', () => {
  const trace: Authenticator = {
    describe: () => ({ kind: 'trace' }),
    apply: async (request) => ({ ...request, headers: { ...request.headers, 'x-trace': 't1' } }),
  };

  it('each works on what the one before returned, waiting where it has to', async () => {
    const covers: Authenticator = {
      describe: () => ({ kind: 'covers' }),
      apply: (request) => {
        const covered = Object.keys(request.headers ?? {}).join(' ');
        return { ...request, headers: { ...request.headers, 'x-covers': covered } };
      },
    };
    const { requests } = await sendWith({ authenticator: inOrder(bearer(new Secret('tok_1')), trace, covers) });
    expect(requests[0]).toContain('x-covers: accept-encoding user-agent authorization x-trace\r\n');
  });

  it('describes its steps', () => {
    expect(inOrder(bearer(new Secret('tok_1')), digest).describe()).toEqual({
      kind: 'in_order',
      steps: 'bearer, digest',
    });
  });
});

describe('an answer that asks for other credentials', () => {
  const refusing = (answers: readonly string[]): WireBehaviour => ({
    onRequest: (socket, _request, nth) => socket.write(answer(answers[nth - 1] ?? '200 OK', 'done')),
  });

  function renewing(wish: 'done' | 'send_again', renew?: () => Promise<void>): Authenticator & { seen: number[] } {
    const seen: number[] = [];
    return {
      seen,
      describe: () => ({ kind: 'renewing' }),
      apply(request) {
        const signed = { ...request, headers: { ...request.headers, 'x-token': `t${seen.length}` } };
        return renew && seen.length > 0 ? renew().then(() => signed) : signed;
      },
      answered(_request, response) {
        seen.push(response.status);
        return response.status === 401 ? wish : 'done';
      },
    };
  }

  it('is sent again once, signed anew', async () => {
    const authenticator = renewing('send_again');
    const { delivery, requests } = await sendWith({ authenticator }, refusing(['401 Unauthorized']));
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 200 } });
    expect(requests.map((request) => /x-token: (\w+)/.exec(request)?.[1])).toEqual(['t0', 't1']);
    expect(authenticator.seen).toEqual([401, 200]);
  });

  it('is handed on when the second answer says the same', async () => {
    const authenticator = renewing('send_again');
    const refusals = refusing(['401 Unauthorized', '401 Unauthorized']);
    const { delivery, requests } = await sendWith({ authenticator }, refusals);
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 401 } });
    expect(requests).toHaveLength(2);
  });

  it('is handed on when the authenticator does not ask for more', async () => {
    const { delivery, requests } = await sendWith({ authenticator: renewing('done') }, refusing(['401 Unauthorized']));
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 401 } });
    expect(requests).toHaveLength(1);
  });

  it('one connection is enough', async () => {
    const options = { authenticator: renewing('send_again'), limits: { maxConnections: 1 } };
    expect((await sendWith(options, refusing(['401 Unauthorized']))).delivery).toMatchObject({ phase: 'answered' });
  });

  it('works through the axios face too', async () => {
    await using server = await startWireServer(refusing(['401 Unauthorized']));
    const client = createHttpClient({ origin: server.origin, authenticator: renewing('send_again') });
    expect((await client.get('/payments')).status).toBe(200);
  });

  it('a second request that gets no answer counts as sent', async () => {
    const { delivery } = await sendWith(
      { authenticator: renewing('send_again') },
      {
        onRequest: (socket, _request, nth) =>
          nth === 1 ? socket.write(answer('401 Unauthorized', '')) : socket.resetAndDestroy(),
      },
    );
    expect(delivery).toMatchObject({ phase: 'sent_no_answer' });
  });

  it('the deadline goes on: it may end between the two requests, and then nothing was executed', async () => {
    const authenticator = renewing('send_again', () => new Promise(() => undefined));
    const { delivery, requests } = await sendWith({ authenticator }, refusing(['401 Unauthorized']), 100);
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'timeout' } });
    expect(requests).toHaveLength(1);
  });
});

describe("through an axios instance of the host's own", () => {
  const changes: [string, (client: AxiosInstance) => void][] = [
    ['body', (client) => onRequest(client, (config) => ({ ...config, data: '{"amount":9999}' }))],
    ['URL', (client) => onRequest(client, (config) => ({ ...config, url: '/refunds' }))],
    ['URL', (client) => onRequest(client, (config) => ({ ...config, params: { dry: 1 } }))],
    ['method', (client) => onRequest(client, (config) => ({ ...config, method: 'put' }))],
    [
      'x-digest',
      (client) =>
        onRequest(client, (config) => {
          config.headers.set('x-digest', 'other');
          return config;
        }),
    ],
  ];

  function onRequest(client: AxiosInstance, change: Parameters<AxiosInstance['interceptors']['request']['use']>[0]) {
    client.interceptors.request.use(change);
  }

  it.each(changes)('an interceptor that changes the %s after signing is refused (%#)', async (what, change) => {
    const client = axios.create();
    change(client);
    let message: unknown;
    client.interceptors.response.use(undefined, (error) => {
      message = error.message;
      throw error;
    });
    const { delivery, requests } = await sendWith({ client, authenticator: digest });
    expect(delivery.phase).toBe('not_sent');
    expect(message).toBe(`an interceptor changed what was signed: ${what}`);
    expect(requests).toHaveLength(0);
  });

  it('a header beside the signed ones may be added', async () => {
    const client = axios.create();
    onRequest(client, (config) => {
      config.headers.set('x-trace', 't1');
      return config;
    });
    const { delivery, requests } = await sendWith({ client, authenticator: digest });
    expect(delivery.phase).toBe('answered');
    expect(requests[0]).toContain('x-trace: t1\r\n');
  });

  it('a fixed credential is no signature: an interceptor may change the request', async () => {
    const client = axios.create();
    onRequest(client, (config) => ({ ...config, data: '{"amount":1}' }));
    const { requests } = await sendWith({ client, authenticator: bearer(new Secret('tok_1')) });
    expect(requests[0]).toContain('{"amount":1}');
  });
});
