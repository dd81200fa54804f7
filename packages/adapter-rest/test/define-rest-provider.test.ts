import {
  type Decoded,
  type Idempotency,
  money,
  type OperationResult,
  PolyrailError,
  type ProviderCommands,
  parsePaymentId,
} from '@polyrail/core/provider';
import { type HttpResponse, httpResponse, jsonField, textField } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { defineRestProvider, type RestDefinition } from '../src/define-rest-provider.ts';
import { path, type RestRequest } from '../src/rest-request.ts';

interface Settings {
  readonly origin: string;
  readonly idempotency?: Idempotency;
}

const keyed = { carrier: 'header', name: 'idempotency-key', windowMs: 1_000, replays: 'first' } as const;
const definition: RestDefinition<Settings> = {
  id: 'acme',
  capabilities: () => ({ currencies: 'any', instruments: ['token'] }),
  connect: ({ origin }) => ({ origin }),
  idempotency: ({ idempotency = keyed }) => idempotency,
  resolution: { by: 'inquiry', notFound: 'definitive' },
  statuses: { 503: 'unavailable', 418: 'decode' },
  readError: (json) => {
    const code = textField(json, 'error');
    return code === undefined ? undefined : { code };
  },
  operations: {
    charge: {
      encode: ({ amount, reference }) => ({
        method: 'POST',
        path: '/charges',
        headers: { 'x-reference': reference },
        json: { amount: amount.minorUnits.toString() },
      }),
      decode: ({ status, json }) => {
        if (status === 402) return { kind: 'declined', reason: 'insufficient_funds' };
        if (jsonField(json, 'boom') === true) throw new Error('boom');
        const providerReference = textField(json, 'id');
        return providerReference === undefined ? undefined : { kind: 'succeeded', value: { providerReference } };
      },
    },
    void: {
      encode: ({ original }) => ({ method: 'POST', path: path`/charges/${original.providerReference ?? ''}/void` }),
      decode: () => ({ kind: 'succeeded', value: { providerReference: 'x' } }),
      idempotency: { carrier: 'none' },
      resolution: { by: 'notification', notFound: { inconclusiveForMs: 5 } },
    },
  },
  inquiry: {
    encode: ({ idempotencyKey }) => ({ method: 'GET', path: path`/operations/${idempotencyKey}` }),
    decode: ({ status, json }) =>
      status === 404 && textField(json, 'error') === 'unknown_operation'
        ? { kind: 'not_found' }
        : { kind: 'pending', value: {}, expect: 'poll' },
  },
};
const settings: Settings = { origin: 'https://api.acme.example' };
const acme = defineRestProvider(definition);

const paymentId = parsePaymentId(`pay_${'0'.repeat(32)}`);
if (paymentId === undefined) throw new Error('not a payment id');
const context = { idempotencyKey: 'our-key', startedAtMs: 1_000 };
const command: ProviderCommands['charge'] = {
  amount: money(1_250n, 'EUR'),
  source: { type: 'token', token: 'tok_1' },
  reference: 'INV-1',
  idempotencyKey: 'k',
};

function encodeCharge(idempotency?: Idempotency) {
  return acme(idempotency ? { ...settings, idempotency } : settings).operations.charge?.encode(command, context);
}

/** A charge whose request is another. */
function encodeWith(idempotency: Idempotency, request: Partial<RestRequest>) {
  const { charge } = definition.operations;
  if (charge === undefined) throw new Error('no charge');
  const encode = () => ({ method: 'POST', path: '/charges', ...request }) as const;
  const other = defineRestProvider({ ...definition, operations: { charge: { ...charge, encode } } });
  return other({ ...settings, idempotency }).operations.charge?.encode(command, context);
}

function decodeCharge(response: HttpResponse): Decoded<OperationResult> | undefined {
  return acme(settings).operations.charge?.decode(response, command, context);
}

const answer = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  httpResponse(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(json));

describe('a REST provider', () => {
  it('is data: its verbs are those that are defined', () => {
    const provider = acme(settings);
    expect(provider).toMatchObject({ specificationVersion: 1, id: 'acme', protocol: 'rest' });
    expect(Object.keys(provider.operations)).toEqual(['charge', 'void']);
    expect(acme(settings, { id: 'acme-two' }).id).toBe('acme-two');
  });

  it('has the declarations of the provider unless an operation has its own', () => {
    const { charge, void: cancel } = acme(settings).operations;
    expect(charge).toMatchObject({ idempotency: keyed, resolution: definition.resolution });
    expect(cancel).toMatchObject({ idempotency: { carrier: 'none' }, resolution: { by: 'notification' } });
  });

  it('cannot be made for a connection that is none', () => {
    for (const origin of ['', 'acme', 'http://acme.example', 'https://acme.example/path'])
      expect(() => acme({ origin })).toThrow(
        expect.toSatisfy((error) => PolyrailError.is(error) && error.code === 'transport_invalid'),
      );
  });
});

describe('the key', () => {
  it('goes into the header that carries it, beside the request’s own', () => {
    expect(encodeCharge()?.headers).toEqual({
      'content-type': 'application/json',
      accept: 'application/json',
      'x-reference': 'INV-1',
      'idempotency-key': 'our-key',
    });
  });

  it('is not added where nothing is declared', () => {
    expect(JSON.stringify(encodeCharge({ carrier: 'none' }))).not.toContain('our-key');
  });

  it.each<[string, Idempotency, Partial<RestRequest>]>([
    ['a body', { carrier: 'body', name: 'key', windowMs: 1, replays: 'first' }, { json: { key: 'our-key' } }],
    ['a form', { carrier: 'body', name: 'key', windowMs: 1, replays: 'first' }, { form: { meta: { key: 'our-key' } } }],
    ['a query', { carrier: 'body', name: 'key', windowMs: 1, replays: 'first' }, { query: { key: 'our-key' } }],
    ['a path', { carrier: 'resource', windowMs: 1, replays: 'latest' }, { path: '/charges/our-key' }],
  ])('may be in %s, where the operation puts it', (_name, idempotency, request) => {
    expect(JSON.stringify(encodeWith(idempotency, request))).toContain('our-key');
  });

  it.each<[string, Idempotency, Partial<RestRequest>]>([
    ['forgotten', { carrier: 'body', name: 'key', windowMs: 1, replays: 'first' }, { json: { key: 'another-key' } }],
    ['in another field', { carrier: 'body', name: 'key', windowMs: 1, replays: 'first' }, { json: { id: 'our-key' } }],
    ['in no path', { carrier: 'resource', windowMs: 1, replays: 'latest' }, { path: '/charges/another-key' }],
  ])('that is declared but %s stops the request', (_name, idempotency, request) => {
    expect(() => encodeWith(idempotency, request)).toThrow(
      expect.toSatisfy((error) => PolyrailError.is(error) && error.code === 'provider_invalid'),
    );
  });

  it('is the same in the same request, every time', () => {
    expect(encodeCharge()).toEqual(encodeCharge());
  });
});

describe('an answer', () => {
  it('2xx is decided by the body', () => {
    expect(decodeCharge(answer(201, { id: 'ch_1' }))).toEqual({
      kind: 'succeeded',
      value: { providerReference: 'ch_1' },
    });
  });

  it('201 and 202 may say in place of a body where it is', () => {
    const { charge } = definition.operations;
    if (charge === undefined) throw new Error('no charge');
    const decode: typeof charge.decode = ({ headers }) => {
      const providerReference = headers['location']?.split('/').pop();
      return providerReference === undefined
        ? undefined
        : { kind: 'pending', value: { providerReference }, expect: 'poll' };
    };
    const other = defineRestProvider({ ...definition, operations: { charge: { ...charge, decode } } })(settings);
    const accepted = httpResponse(202, { location: '/charges/ch_1' }, '');
    expect(other.operations.charge?.decode(accepted, command, context)).toMatchObject({
      kind: 'pending',
      value: { providerReference: 'ch_1' },
    });
  });

  it('402 is decided by the body', () => {
    expect(decodeCharge(answer(402, {}))).toEqual({ kind: 'declined', reason: 'insufficient_funds' });
  });

  it.each([
    ['a body without the field', answer(200, { other: 1 })],
    ['a body that is null', answer(200, null)],
    ['no body', httpResponse(200, { 'content-type': 'application/json' }, '')],
    ['no content', httpResponse(204, {}, '')],
    ['a web page', httpResponse(200, { 'content-type': 'text/html' }, '<html>OK</html>')],
    ['JSON that is called otherwise', httpResponse(200, { 'content-type': 'text/plain' }, '{"id":"ch_1"}')],
    ['a declined body that cannot be read', httpResponse(402, {}, 'declined')],
  ])('%s may have been executed', (_name, response) => {
    expect(decodeCharge(response)).toEqual({
      kind: 'unknown',
      cause: 'answer_unreadable',
      message: `the body of a ${response.status} could not be read`,
    });
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%d) is not followed and may have been executed', (status) => {
    const found = decodeCharge(answer(status, { id: 'ch_1' }, { location: 'https://evil.example' }));
    expect(found).toMatchObject({ kind: 'unknown', cause: 'provider_error' });
    expect(JSON.stringify(found)).not.toContain('evil');
  });

  it.each([
    [400, { kind: 'rejected', reason: 'provider_refused' }],
    [401, { kind: 'rejected', reason: 'provider_unauthorized' }],
    [409, { kind: 'unknown', cause: 'in_progress' }],
    [429, { kind: 'rejected', reason: 'rate_limited', retryAfterMs: 3_000 }],
    [500, { kind: 'unknown', cause: 'provider_error' }],
    [502, { kind: 'unknown', cause: 'provider_error' }],
  ])('%d is judged by its status, with what the provider said', (status, expected) => {
    expect(decodeCharge(answer(status, { id: 'ch_1', error: 'why' }, { 'retry-after': '3' }))).toMatchObject({
      ...expected,
      raw: { code: 'why' },
    });
  });

  it('is judged by the provider’s own table first', () => {
    expect(decodeCharge(answer(503, {}))).toMatchObject({ kind: 'rejected', reason: 'provider_unavailable' });
    expect(decodeCharge(answer(418, { id: 'ch_1' }))).toMatchObject({ kind: 'succeeded' });
  });
});

describe('a question', () => {
  const ask = (response: HttpResponse) => {
    const amount = money(1_250n, 'EUR');
    const nothing = money(0n, 'EUR');
    const payment = {
      id: paymentId,
      verb: 'charge',
      status: 'unknown',
      amount,
      captured: nothing,
      refunded: nothing,
      reference: 'r',
      createdAtMs: 1_000,
    } as const;
    return acme(settings).inquiry?.decode(response, { verb: 'charge', payment, amount, ...context, askedAtMs: 2_000 });
  };

  it('is answered with 404 where the body says that there is no such operation', () => {
    expect(ask(answer(404, { error: 'unknown_operation' }))).toEqual({ kind: 'not_found' });
  });

  it('is not answered by a 404 that anything else may have sent', () => {
    expect(ask(httpResponse(404, { 'content-type': 'text/html' }, 'Not Found'))).toMatchObject({ kind: 'unknown' });
  });

  it('is judged like an answer otherwise', () => {
    expect(ask(answer(200, {}))).toMatchObject({ kind: 'pending' });
    expect(ask(answer(500, {}))).toMatchObject({ kind: 'unknown', cause: 'provider_error' });
    expect(ask(answer(401, {}))).toMatchObject({ kind: 'rejected', reason: 'provider_unauthorized' });
  });

  it('is absent where the provider cannot be asked', () => {
    const { inquiry: _, ...silent } = definition;
    expect('inquiry' in defineRestProvider(silent)(settings)).toBe(false);
  });
});
