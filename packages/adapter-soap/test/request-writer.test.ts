import type { Idempotency } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { requestWriter } from '../src/request-writer.ts';
import { loadBank } from './support/wsdl-folder.ts';

const wsdl = await loadBank();
const { output: _, ...pay } = wsdl.operation('pay');
const options = {
  wsdl,
  version: '1.1',
  path: '/',
  to: 'http://127.0.0.1/',
  headers: [],
  maxRequestBytes: 65_536,
} as const;
const write = requestWriter({ ...options, signed: [] });
const payment = { '@run': true, amount: '10.00', currency: 'EUR' };

function carriedBy(idempotency: Idempotency, fields: object) {
  return write(pay, { ...payment, ...fields }, 'our-key', idempotency);
}

describe('the key', () => {
  const memory = { windowMs: 1, replays: 'first' } as const;

  it('is in the field or the header that carries it', () => {
    expect(carriedBy({ ...memory, carrier: 'body', name: 'note' }, { note: ['our-key'] }).body).toContain('our-key');
    expect(carriedBy({ ...memory, carrier: 'body', name: '@channel' }, { '@channel': 'our-key' }).body).toContain(
      'our-key',
    );
    expect(carriedBy({ ...memory, carrier: 'header', name: 'x-key' }, {}).headers).toMatchObject({
      'x-key': 'our-key',
    });
  });

  it.each<[string, Idempotency, object]>([
    ['forgotten', { ...memory, carrier: 'body', name: 'note' }, {}],
    ['in another field', { ...memory, carrier: 'body', name: 'note' }, { '@channel': 'our-key' }],
    ['nowhere', { ...memory, carrier: 'resource' }, {}],
  ])('that is declared but %s stops the request', (_name, idempotency, fields) => {
    expect(() => carriedBy(idempotency, fields)).toThrow(expect.objectContaining({ code: 'provider_invalid' }));
  });
});
