import { describe, expect, it } from 'vitest';
import { FaultQueue, type FaultTarget } from '../../src/fault/fault-queue.ts';

const CHARGE: FaultTarget = { operation: 'charge', method: 'POST', path: '/v1/charges', key: 'k' };
const INQUIRY: FaultTarget = { operation: 'inquire', method: 'GET', path: '/v1/operations/k', key: 'k' };

describe('FaultQueue', () => {
  it('fires as often as told, in the order of arming, and records it', () => {
    const queue = new FaultQueue(() => 42);
    queue.add({ fault: 'reset_after', times: 2 });
    queue.add({ fault: 'html_502' });
    const fired = Array.from({ length: 4 }, () => queue.take(CHARGE)?.fault);
    expect(fired).toEqual(['reset_after', 'reset_after', 'html_502', undefined]);
    expect(queue.firings().map((firing) => firing.fault)).toEqual(['reset_after', 'reset_after', 'html_502']);
    expect(queue.firings()[0]).toMatchObject({ at: 42, operation: 'charge', key: 'k' });
    expect(queue.armed()).toEqual([]);
  });

  it('passes by what it does not match', () => {
    const queue = new FaultQueue(() => 0);
    queue.add({ fault: 'hang_before', match: { operation: 'charge', method: 'POST', path: '/v1/ch', key: 'k' } });
    expect(queue.take(INQUIRY)).toBeUndefined();
    expect(queue.take({ ...CHARGE, key: 'other' })).toBeUndefined();
    expect(queue.take(CHARGE)?.fault).toBe('hang_before');
  });

  it('fires by chance at the rate, the same way for the same seed', () => {
    const pattern = (seed: number) => {
      const queue = new FaultQueue(() => 0);
      queue.add({ fault: 'reset_before', rate: 0.3, seed });
      return Array.from({ length: 2000 }, () => queue.take(CHARGE) !== undefined);
    };
    expect(pattern(5)).toEqual(pattern(5));
    expect(pattern(5)).not.toEqual(pattern(6));
    const fired = pattern(5).filter(Boolean).length;
    expect(fired).toBeGreaterThan(540);
    expect(fired).toBeLessThan(660);
  });

  it('bounds a rate by times', () => {
    const queue = new FaultQueue(() => 0);
    queue.add({ fault: 'reset_before', rate: 1, times: 3 });
    expect(Array.from({ length: 10 }, () => queue.take(CHARGE)).filter(Boolean)).toHaveLength(3);
  });

  it.each([
    [{ fault: 'reset_before', rate: 1.5 }],
    [{ fault: 'reset_before', times: 0 }],
    [{ fault: 'reset_before', delayMs: 10 }],
    [{ fault: 'delay', delayMs: -1 }],
    [{ fault: 'explode' as never }],
  ] as const)('refuses %j', (order) => {
    expect(() => new FaultQueue(() => 0).add(order)).toThrow(RangeError);
  });
});
