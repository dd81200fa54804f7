import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpResponse } from '@polyrail/http';
import { describe, expect, it, vi } from 'vitest';
import { defineGraphqlProvider, type GraphqlDefinition } from '../src/index.ts';
import { acme, acmeDefinition, chargeCommand, chargeDocument, context, readCharge } from './support/acme.ts';

type Settings = { readonly origin: string };
const settings: Settings = { origin: 'http://127.0.0.1:1' };
const readableResponse = (body: string) => httpResponse(200, { 'content-type': 'application/json' }, body);
const defined = (change: Partial<GraphqlDefinition<Settings>>) =>
  defineGraphqlProvider<Settings>({ ...acmeDefinition, ...change })(settings);

describe('a provider', () => {
  it('is data: its own id, the verbs that are written, and nothing else', () => {
    const provider = acme(settings, { id: 'acme-2' });
    expect(provider).toMatchObject({ specificationVersion: 1, id: 'acme-2', protocol: 'graphql' });
    expect(Object.keys(provider.operations)).toEqual(['charge']);
    expect(provider.notifications).toBeUndefined();
    const { inquiry: _, ...unasked } = acmeDefinition;
    expect(defineGraphqlProvider<Settings>(unasked)(settings).inquiry).toBeUndefined();
  });

  it('sends its key where it declares it: in the body', () => {
    expect(acme(settings).operations.charge?.encode(chargeCommand, context).body).toContain(context.idempotencyKey);
  });

  it('sends its key where it declares it: in a header', () => {
    const idempotency = () =>
      ({ carrier: 'header', name: 'idempotency-key', windowMs: 1_000, replays: 'first' }) as const;
    const request = defined({ idempotency }).operations.charge?.encode(chargeCommand, context);
    expect(request?.headers).toMatchObject({ 'idempotency-key': context.idempotencyKey });
  });

  it('never sends a request without the key that it declares', () => {
    const charge = {
      encode: () => chargeDocument.with({ input: { amount: '1', token: 't', key: 'another' } }),
      decode: () => undefined,
    };
    expect(() => defined({ operations: { charge } }).operations.charge?.encode(chargeCommand, context)).toThrow(
      expect.objectContaining({ code: 'provider_invalid' }),
    );
  });

  it('never sends a request with the key in another field than the one it declares', () => {
    const idempotency = () => ({ carrier: 'body', name: 'requestId', windowMs: 1_000, replays: 'first' }) as const;
    expect(() => defined({ idempotency }).operations.charge?.encode(chargeCommand, context)).toThrow(
      expect.objectContaining({ code: 'provider_invalid' }),
    );
  });

  it('cannot be defined without what reads its answers', () => {
    const charge = { encode: () => chargeDocument.with({ input: { amount: '1', token: 't', key: 'k' } }) };
    expect(() => defined({ operations: { charge } })).toThrow('nothing decodes the answer to a charge');
    expect(() => defined({ operations: { charge }, decode: () => undefined })).not.toThrow();
  });

  it('keeps what the provider said of an error, cut to a length', () => {
    const errors = [{ message: 'x'.repeat(5_000), extensions: { code: 'THROTTLED' } }];
    expect(readCharge(200, 'application/json', JSON.stringify({ data: null, errors }))).toEqual({
      kind: 'rejected',
      reason: 'rate_limited',
      message: 'the provider answered 200',
      raw: { code: 'THROTTLED', message: 'x'.repeat(200) },
    });
  });

  it('reads the class of an error where the provider puts it', () => {
    const charge = defined({ errors: { codeField: 'errorClass', meanings: { VALIDATION: 'refused' } } }).operations
      .charge;
    const answer = { data: null, errors: [{ extensions: { errorClass: 'VALIDATION', code: 'INTERNAL' } }] };
    const response = readableResponse(JSON.stringify(answer));
    expect(charge?.decode(response, chargeCommand, context).kind).toBe('rejected');
  });

  it('reads all verbs alike that do not say otherwise', () => {
    const { encode } = acmeDefinition.operations.charge ?? {};
    if (encode === undefined) throw new Error('there is no charge');
    const decode = vi.fn((data: unknown, verb: string) =>
      data === undefined
        ? undefined
        : ({ kind: 'pending', value: { providerReference: verb }, expect: 'poll' } as const),
    );
    const own = { encode, decode: () => ({ kind: 'declined', reason: 'do_not_honour' }) as const };
    const { authorize, charge } = defined({ decode, operations: { charge: { encode }, authorize: own } }).operations;
    const response = readableResponse('{"data":{"charge":null}}');
    expect(charge?.decode(response, chargeCommand, context)).toMatchObject({ value: { providerReference: 'charge' } });
    expect(decode).toHaveBeenCalledWith({ charge: null }, 'charge', context);
    expect(authorize?.decode(response, chargeCommand, context).kind).toBe('declined');
  });

  it('takes a status as its provider documents it', () => {
    const { charge } = defined({ statuses: { 503: 'unavailable' } }).operations;
    expect(charge?.decode(httpResponse(503, {}, ''), chargeCommand, context)).toMatchObject({
      kind: 'rejected',
      reason: 'provider_unavailable',
    });
  });

  it('posts to /graphql of its origin', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.method, request.url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = acme({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const request = provider.operations.charge?.encode(chargeCommand, context);
    if (request !== undefined) await provider.transport.send(request, { timeoutMs: 5_000 });
    await provider.transport.close();
    await new Promise((resolve) => server.close(resolve));
    expect(seen).toEqual(['POST', '/graphql']);
  });
});
