import { createGateway, type Gateway, money, type Provider } from '@polyrail/core';
import type { HttpRequest, HttpResponse } from '@polyrail/http';
import { GraphQLError, type GraphQLFieldResolver, graphqlSync, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as documents from '../src/documents.ts';
import { braintree } from '../src/index.ts';
import { type BraintreeBench, settingsFor, startBench, subject } from './braintree-bench.ts';
import { officialSchema } from './official-schema.ts';

interface Exchange {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: { readonly data: unknown; readonly errors?: readonly unknown[] };
}

const exchanges: Exchange[] = [];
let bench: BraintreeBench;
let gateway: Gateway;

beforeAll(async () => {
  bench = await startBench();
  gateway = createGateway({ providers: [recorded(braintree(settingsFor(bench.sandbox.url)))] });
});
afterAll(async () => {
  await gateway.close();
  await bench.close();
});

/** The provider, with what it says and hears written down. */
function recorded(provider: Provider): Provider {
  return {
    ...provider,
    transport: {
      async send(request, context) {
        const delivery = await provider.transport.send(request, context);
        const { body } = request as HttpRequest;
        if (delivery.phase === 'answered') {
          const { query, variables } = JSON.parse(String(body));
          exchanges.push({ query, variables, answer: JSON.parse((delivery.response as HttpResponse).text() ?? '') });
        }
        return delivery;
      },
      close: () => provider.transport.close(),
    },
  };
}

const { charge: sample } = subject.samples;
const charge = (idempotencyKey: string, minorUnits: bigint, currency = 'EUR') =>
  gateway.charge({
    reference: 'order',
    source: { type: 'token', token: 'tok_1' },
    ...sample,
    idempotencyKey,
    amount: money(minorUnits, currency),
  });

describe('every verb in the simulator', () => {
  it('moves money, and declines by processor codes', async () => {
    const { outcome, payment } = await charge('paid', 5_000n);
    expect(outcome.kind).toBe('succeeded');
    expect(await charge('declined', 5_051n)).toMatchObject({
      outcome: { kind: 'declined', reason: 'insufficient_funds', raw: { code: '2001', status: 'PROCESSOR_DECLINED' } },
    });
    expect(await charge('failed', 5_091n)).toMatchObject({
      outcome: { kind: 'declined', reason: 'issuer_unavailable', raw: { code: '3000', status: 'FAILED' } },
    });
    for (const [currency, minorUnits] of [
      ['JPY', 500n],
      ['KWD', 5_000n],
      ['USD', 1n],
    ] as const)
      expect((await charge(`in-${currency}`, minorUnits, currency)).outcome.kind).toBe('succeeded');
    const id = payment?.id ?? sampleId;
    const refund = { payment: id, idempotencyKey: 'refund', amount: money(2_000n, 'EUR') };
    expect((await gateway.refund(refund)).outcome.kind).toBe('succeeded');
    const tooMuch = { payment: id, idempotencyKey: 'refund-2', amount: money(3_000n, 'EUR') };
    expect((await gateway.refund(tooMuch)).outcome.kind).toBe('succeeded');
  });

  it('authorizes, captures and reverses', async () => {
    const authorize = async (idempotencyKey: string) => {
      const source = { type: 'token', token: 'tok_1' } as const;
      const command = { idempotencyKey, amount: money(7_000n, 'EUR'), reference: 'order', source };
      const { payment, outcome } = await gateway.authorize(command);
      expect(outcome.kind).toBe('succeeded');
      return payment?.id ?? sampleId;
    };
    const captured = await gateway.capture({ payment: await authorize('held-1'), idempotencyKey: 'capture' });
    expect([captured.outcome.kind, captured.payment?.status]).toEqual(['succeeded', 'succeeded']);
    const reversed = await gateway.void({ payment: await authorize('held-2'), idempotencyKey: 'void' });
    expect([reversed.outcome.kind, reversed.payment?.status]).toEqual(['succeeded', 'voided']);
  });

  it('finds lost answers by our reference, and by id what has no reference of its own', async () => {
    const source = { type: 'token', token: 'tok_1' } as const;
    const amount = money(9_000n, 'EUR');
    bench.sandbox.faults.add({ fault: 'null_with_errors', times: 1 });
    const lost = await gateway.authorize({ idempotencyKey: 'lost', amount, reference: 'order', source });
    expect(lost.outcome.kind).toBe('unknown');
    const payment = lost.payment?.id ?? sampleId;
    expect(await gateway.retrieve({ payment })).toMatchObject({ status: 'authorized' });
    bench.sandbox.faults.add({ fault: 'null_with_errors', times: 1 });
    expect((await gateway.capture({ payment, idempotencyKey: 'lost-capture' })).outcome.kind).toBe('unknown');
    expect(await gateway.retrieve({ payment })).toMatchObject({ status: 'succeeded' });
  });

  it('takes the refusal of its own repeat for what became of the original', async () => {
    const { transport, operations } = braintree(settingsFor(bench.sandbox.url));
    const command = {
      idempotencyKey: 'k',
      amount: money(1_000n, 'EUR'),
      reference: 'r',
      source: { type: 'token', token: 't' },
    } as const;
    const context = { idempotencyKey: 'f'.repeat(32), startedAtMs: 1_000 };
    const request = operations.charge?.encode(command, context);
    const before = bench.sandbox.book.movements().length;
    const send = async () => {
      const delivery = request && (await transport.send(request, { timeoutMs: 5_000 }));
      if (delivery?.phase !== 'answered' || request === undefined) throw new Error('there is no answer');
      const { query, variables } = JSON.parse(String(request.body));
      exchanges.push({ query, variables, answer: JSON.parse(delivery.response.text() ?? '') });
      return operations.charge?.decode(delivery.response, command, context);
    };
    const [first, second] = [await send(), await send()];
    expect(second).toMatchObject({
      kind: 'succeeded',
      value: Object(first).value && { providerReference: Object(first).value.providerReference },
    });
    expect(bench.sandbox.book.movements().length - before).toBe(1);
    await transport.close();
  });
});

describe.skipIf(officialSchema === undefined)("against Braintree's published schema", () => {
  const schema = officialSchema;
  it.each(Object.entries(documents))('%s is valid', (_name, { text }) => {
    if (schema !== undefined) expect(validate(schema, parse(text))).toEqual([]);
  });

  it('a document with a field that is not there is not', () => {
    const text = documents.charge.text.replace('orderId', 'idempotencyKey');
    if (schema !== undefined) expect(validate(schema, parse(text))).toEqual([expect.any(GraphQLError)]);
  });

  // What is executed over the simulator's own data must come to the same data: then every type and value in it fits.
  it('every answer of the simulator fits, and so do the variables', () => {
    expect(exchanges.length).toBeGreaterThan(15);
    for (const { query: source, variables: variableValues, answer } of exchanges) {
      if (schema === undefined || answer.errors !== undefined) continue;
      const { data, errors } = graphqlSync({ schema, source, variableValues, rootValue: answer.data, fieldResolver });
      expect(errors).toBeUndefined();
      expect(JSON.parse(JSON.stringify(data))).toEqual(answer.data);
    }
  });

  it('an answer with an enum value that is not there does not fit', () => {
    const text = JSON.stringify(exchanges[0]?.answer.data).replace('SUBMITTED_FOR_SETTLEMENT', 'QUANTUM');
    const { query: source = '', variables: variableValues = {} } = exchanges[0] ?? {};
    const result =
      schema && graphqlSync({ schema, source, variableValues, rootValue: JSON.parse(text), fieldResolver });
    expect(result?.errors).not.toHaveLength(0);
  });
});

/** Answers carry the names that the document gives. */
const fieldResolver: GraphQLFieldResolver<object, unknown> = (source, _input, _context, { path }) =>
  Reflect.get(source, path.key);

const sampleId = 'pay_0190f7a3c1d27e4ab1c2d3e4f5a6b7c8' as never;
