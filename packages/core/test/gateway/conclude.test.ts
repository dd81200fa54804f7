import { describe, expect, it } from 'vitest';
import { conclude, freesKey } from '../../src/gateway/conclude.ts';
import { declineReasons } from '../../src/model/decline.ts';
import type { RejectReason } from '../../src/model/outcome.ts';

const ticket = { by: 'inquiry', providerKey: 'k', sentAtMs: 1 } as const;

describe('the outcome of an operation', () => {
  it.each(Object.entries(declineReasons))('of a decline with %s has the advice of the table', (reason, { advice }) => {
    expect(Reflect.apply(conclude, undefined, [{ kind: 'declined', reason }, ticket])).toEqual({
      kind: 'declined',
      reason,
      advice,
    });
  });

  it('of a decline keeps the advice of the provider', () => {
    expect(conclude({ kind: 'declined', reason: 'insufficient_funds', advice: 'never' }, ticket)).toMatchObject({
      advice: 'never',
    });
  });

  it('of a doubt has the ticket that will settle it', () => {
    const raw = { code: 'x' };
    expect(conclude({ kind: 'unknown', cause: 'timeout', message: 'm', raw, retryAfterMs: 5 }, ticket)).toEqual({
      kind: 'unknown',
      cause: 'timeout',
      message: 'm',
      ticket,
      raw,
    });
  });

  it('of "not found" is unknown: only a question is answered so', () => {
    expect(conclude({ kind: 'not_found' }, ticket)).toMatchObject({
      kind: 'unknown',
      cause: 'answer_unreadable',
      ticket,
    });
  });
});

describe('a key', () => {
  const frees: Readonly<Record<RejectReason, boolean>> = {
    not_delivered: true,
    breaker_open: true,
    overloaded: true,
    rate_limited: true,
    deadline_exceeded: true,
    aborted: true,
    provider_unavailable: true,
    provider_unauthorized: true,
    provider_refused: false,
    invalid_command: false,
    unsupported: false,
    payment_unknown: false,
    payment_state: false,
    operation_open: false,
    key_in_flight: false,
    key_reused: false,
    reversed: false,
    ledger_unavailable: false,
  };

  it.each(Object.entries(frees))('after rejected/%s is free again: %s', (reason, free) => {
    expect(Reflect.apply(freesKey, undefined, [{ kind: 'rejected', reason, message: '' }])).toBe(free);
  });

  it('is never free after anything that may have moved money', () => {
    expect(freesKey({ kind: 'unknown', cause: 'timeout', message: '', ticket })).toBe(false);
    expect(freesKey({ kind: 'succeeded', value: { providerReference: 'x' } })).toBe(false);
    expect(freesKey({ kind: 'pending', value: {}, expect: 'poll' })).toBe(false);
    expect(freesKey({ kind: 'declined', reason: 'do_not_honour', advice: 'later' })).toBe(false);
  });
});
