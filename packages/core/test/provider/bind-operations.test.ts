import { expect, it } from 'vitest';
import { bindOperations, type MoneyVerb, type Operation, type ProtocolWire } from '../../src/provider/index.ts';

it('asks for every verb, and leaves out those that are not there', () => {
  const asked: MoneyVerb[] = [];
  const operations = bindOperations(<V extends MoneyVerb>(verb: V): Operation<V, ProtocolWire> | undefined => {
    asked.push(verb);
    if (verb !== 'charge' && verb !== 'recall') return undefined;
    return {
      encode: () => verb,
      decode: () => ({ kind: 'pending', value: {}, expect: 'poll' }),
      idempotency: { carrier: 'none' },
      resolution: { by: 'inquiry', notFound: 'definitive' },
    };
  });
  expect(asked).toEqual(['authorize', 'charge', 'transfer', 'requestPayment', 'capture', 'void', 'refund', 'recall']);
  expect(Object.keys(operations)).toEqual(['charge', 'recall']);
});
