import { describe, expect, it } from 'vitest';
import { declineReasons } from '../../src/model/decline.ts';
import type { RejectReason, UnknownCause } from '../../src/model/outcome.ts';
import { healthOf } from '../../src/resilience/attempt-result.ts';
import type { Health } from '../../src/resilience/breaker.ts';

const rejected: Readonly<Record<RejectReason, Health>> = {
  invalid_command: 'healthy',
  provider_refused: 'healthy',
  provider_unavailable: 'faulty',
  not_delivered: 'faulty',
  // A provider that limits is no provider that fails.
  rate_limited: 'neutral',
  // A token that could not be fetched, or a door that answers for a provider that is down: no sign that it is back.
  provider_unauthorized: 'neutral',
  // Ours, not the provider's.
  unsupported: 'neutral',
  payment_unknown: 'neutral',
  payment_state: 'neutral',
  operation_open: 'neutral',
  key_in_flight: 'neutral',
  key_reused: 'neutral',
  breaker_open: 'neutral',
  overloaded: 'neutral',
  deadline_exceeded: 'neutral',
  aborted: 'neutral',
  reversed: 'neutral',
  ledger_unavailable: 'neutral',
};

const unknown: Readonly<Record<UnknownCause, Health>> = {
  timeout: 'faulty',
  connection_lost: 'faulty',
  body_broken: 'faulty',
  answer_unreadable: 'faulty',
  answer_mismatch: 'faulty',
  provider_error: 'faulty',
  in_progress: 'healthy',
  aborted: 'neutral',
  interrupted: 'neutral',
};

describe('what an attempt says about the provider', () => {
  it.each(Object.entries(rejected))('rejected/%s: %s', (reason, health) => {
    expect(Reflect.apply(healthOf, undefined, [{ kind: 'rejected', reason, message: '' }])).toBe(health);
  });

  it.each(Object.entries(unknown))('unknown/%s: %s', (cause, health) => {
    expect(Reflect.apply(healthOf, undefined, [{ kind: 'unknown', cause, message: '' }])).toBe(health);
  });

  it.each(Object.entries(declineReasons))('declined/%s counts only where the provider is at fault', (reason, entry) => {
    const health = entry.providerFault ? 'faulty' : 'healthy';
    expect(Reflect.apply(healthOf, undefined, [{ kind: 'declined', reason }])).toBe(health);
  });

  it('any other answer is a good one', () => {
    expect(healthOf({ kind: 'succeeded', value: { providerReference: 'x' } })).toBe('healthy');
    expect(healthOf({ kind: 'pending', value: {}, expect: 'poll' })).toBe('healthy');
    expect(healthOf({ kind: 'not_found' })).toBe('healthy');
  });
});
