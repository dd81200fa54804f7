import { describe, expect, it } from 'vitest';
import { mayFailOver, routeInOrder } from '../../src/gateway/route.ts';
import type { RejectReason } from '../../src/model/outcome.ts';
import { chargeOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

describe('routing in order', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => scriptedProvider({ id }));
  const ids = (able: Iterable<(typeof all)[number]>) => routeInOrder('charge', chargeOf(), able).map(({ id }) => id);

  it('takes the first three', () => {
    expect(ids(all)).toEqual(['a', 'b', 'c']);
    expect(ids(all.slice(3))).toEqual(['d', 'e']);
    expect(ids([])).toEqual([]);
  });

  it('looks no further than it needs to', () => {
    let looked = 0;
    function* able() {
      for (const provider of all) {
        looked += 1;
        yield provider;
      }
    }
    ids(able());
    expect(looked).toBe(3);
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
