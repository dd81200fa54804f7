import { describe, expect, it } from 'vitest';
import { redactResult } from '../../src/gateway/redact-result.ts';

const leak = 'card 4111 1111 1111 1111, token=CANARY';
const shown = 'card 411111******1111, token=****';

describe('redactResult', () => {
  it('hides what the provider lets slip in its words', () => {
    const raw = { code: leak, status: leak, message: leak };
    const hidden = { code: shown, status: shown, message: shown };
    expect(redactResult({ kind: 'declined', reason: 'do_not_honour', raw })).toEqual({
      kind: 'declined',
      reason: 'do_not_honour',
      raw: hidden,
    });
    expect(redactResult({ kind: 'unknown', cause: 'provider_error', message: leak, raw: { code: '51' } })).toEqual({
      kind: 'unknown',
      cause: 'provider_error',
      message: shown,
      raw: { code: '51' },
    });
    const value = { providerReference: 'p1', raw };
    const shownValue = { providerReference: 'p1', raw: hidden };
    expect(redactResult({ kind: 'succeeded', value })).toEqual({ kind: 'succeeded', value: shownValue });
    expect(redactResult({ kind: 'pending', value, expect: 'poll' })).toMatchObject({ value: shownValue });
  });

  it('leaves a success as it is: its references are how the provider finds it again', () => {
    const success = { kind: 'succeeded', value: { providerReference: '4111111111111111' } } as const;
    expect(redactResult(success)).toBe(success);
  });
});
