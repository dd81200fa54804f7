import { describe, expect, it } from 'vitest';
import { isFollowingVerb, keyScopeOf, type MoneyVerb } from '../../src/model/index.ts';

describe('the key space of a verb', () => {
  const scopes: Readonly<Record<MoneyVerb, string>> = {
    authorize: 'payment',
    charge: 'payment',
    transfer: 'payment',
    requestPayment: 'payment',
    capture: 'capture',
    void: 'void',
    refund: 'refund',
    recall: 'recall',
  };

  it.each(Object.entries(scopes))('of %s is %s', (verb, scope) => {
    // The keys of the table are verbs.
    expect(Reflect.apply(keyScopeOf, undefined, [verb])).toBe(scope);
    expect(Reflect.apply(isFollowingVerb, undefined, [verb])).toBe(scope !== 'payment');
  });
});
