import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerKey, uuidIdentifiers } from '../../src/gateway/identifiers.ts';
import { parsePaymentId } from '../../src/model/identifier.ts';
import { seeded } from '../support/property.ts';

const scope = fc.constantFrom('payment', 'capture', 'refund', 'void', 'recall');
// Often the same, so that a part that is left out is noticed.
const text = fc.oneof(fc.constantFrom('a', 'b'), fc.string());
const identity = fc.tuple(text, scope, text);

describe('the key that a provider gets', () => {
  it('is stable: this one was made once and for all', () => {
    expect(providerKey('default', 'payment', 'unique-uuid-here')).toBe(
      // The first half of SHA-256 of ["default","payment","unique-uuid-here"]
      'ee054aa3a7602ec5eee6267bb93d5a0f',
    );
  });

  it('is hexadecimal and as long as the provider allows', () => {
    fc.assert(
      fc.property(identity, fc.integer({ min: 22, max: 255 }), ([tenant, name, key], maxLength) => {
        const made = providerKey(tenant, name, key, maxLength);
        expect(made).toMatch(/^[0-9a-f]+$/);
        expect(made).toHaveLength(Math.min(32, maxLength));
        expect(made).toBe(providerKey(tenant, name, key).slice(0, maxLength));
      }),
      seeded,
    );
  });

  it('differs for every tenant, scope and key, however they are joined', () => {
    fc.assert(
      fc.property(identity, identity, ([tenantA, scopeA, keyA], [tenantB, scopeB, keyB]) => {
        const same = tenantA === tenantB && scopeA === scopeB && keyA === keyB;
        expect(providerKey(tenantA, scopeA, keyA, 22) === providerKey(tenantB, scopeB, keyB, 22)).toBe(same);
      }),
      seeded,
    );
    expect(providerKey('a","b', 'payment', 'c')).not.toBe(providerKey('a', 'payment', 'b","c'));
  });

  it('says nothing about the key of the caller', () => {
    expect(providerKey('tenant', 'payment', 'abcdefabcdef')).not.toContain('abcdef');
  });
});

describe('ids', () => {
  it('have their form, are unique and sorted by their millisecond', () => {
    const ids = Array.from({ length: 1_000 }, () => uuidIdentifiers.paymentId());
    for (const id of ids) expect(parsePaymentId(id)).toBe(id);
    expect(new Set(ids).size).toBe(ids.length);
    const times = ids.map((id) => id.slice(0, 'pay_'.length + 12));
    expect([...times].sort()).toEqual(times);
    expect(uuidIdentifiers.operationId()).toMatch(/^op_[0-9a-f]{12}7[0-9a-f]{19}$/);
  });
});
