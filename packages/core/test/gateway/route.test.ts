import { describe, expect, it } from 'vitest';
import { mayFailOver, routeInOrder } from '../../src/gateway/route.ts';
import type { RejectReason } from '../../src/model/outcome.ts';
import { chargeOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

describe('routing in order', () => {
  it('leaves the order as it is', () => {
    const able = ['a', 'b', 'c'].map((id) => scriptedProvider({ id }));
    expect([...routeInOrder('charge', chargeOf(), able)]).toEqual(able);
  });
});

describe('another provider', () => {
  const may: readonly [RejectReason, boolean][] = [
    ['not_delivered', true],
    ['breaker_open', true],
    ['overloaded', true],
    ['rate_limited', true],
    ['provider_unavailable', true],
    ['provider_unauthorized', true],
    ['provider_refused', false],
    ['invalid_command', false],
    ['deadline_exceeded', false],
    ['aborted', false],
    ['ledger_unavailable', false],
  ];

  it.each(may)('may be asked after rejected/%s: %s', (reason, answer) => {
    expect(mayFailOver({ kind: 'rejected', reason, message: '' })).toBe(answer);
  });

  it('is never asked after an outcome that may have moved money, or that is the payer’s', () => {
    expect(mayFailOver({ kind: 'unknown', cause: 'connection_lost', message: '' })).toBe(false);
    expect(mayFailOver({ kind: 'succeeded', value: { providerReference: 'x' } })).toBe(false);
    expect(mayFailOver({ kind: 'pending', value: {}, expect: 'poll' })).toBe(false);
    expect(mayFailOver({ kind: 'declined', reason: 'issuer_unavailable' })).toBe(false);
    expect(mayFailOver({ kind: 'not_found' })).toBe(false);
  });
});
