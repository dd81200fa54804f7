import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../src/gateway/integrity.ts';
import { money } from '../../src/model/money.ts';
import type { Decoded, OperationResult } from '../../src/provider/operation.ts';

const asked = money(1_000n, 'EUR');
const references = ['pay_1', 'key_1', 'INV-1'];
const raw = { status: 'paid' };

type Value = Partial<OperationResult>;
const kinds: Readonly<Record<string, (value: Value) => Decoded<OperationResult>>> = {
  succeeded: (value) => ({ kind: 'succeeded', value: { providerReference: 'x', ...value } }),
  pending: (value) => ({ kind: 'pending', value, expect: 'poll' }),
  action_required: (value) => ({
    kind: 'action_required',
    action: { type: 'redirect', url: 'https://x.example' },
    value,
  }),
};

describe.each(Object.entries(kinds))('an answer that is %s', (_kind, answer) => {
  it.each<Value>([{}, { amount: money(1_000n, 'EUR') }, ...references.map((reference) => ({ reference }))])(
    'is believed with %o',
    (value) => {
      const decoded = answer(value);
      expect(checkIntegrity(decoded, asked, references)).toBe(decoded);
    },
  );

  it.each<[string, Value]>([
    ['amount', { amount: money(999n, 'EUR') }],
    ['amount', { amount: money(100_000n, 'EUR') }],
    ['amount', { amount: money(0n, 'EUR') }],
    ['currency', { amount: money(1_000n, 'USD') }],
    ['reference', { reference: 'pay_2' }],
    ['reference', { reference: '' }],
    ['reference', { reference: 'INV-1', amount: money(1n, 'EUR') }],
  ])('about another %s is never a success', (what, value) => {
    const found = checkIntegrity(answer({ ...value, raw }), asked, references);
    expect(found).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch', raw });
    if (!('amount' in value && 'reference' in value))
      expect(found).toMatchObject({ message: expect.stringContaining(what) });
  });
});

describe.each(Object.entries(kinds))('an answer that is %s', (_kind, answer) => {
  it.each(['', 'x'.repeat(513), 'a\nb', 'a\0', 7, {}])('with no name of the provider is not understood: %j', (name) => {
    // A plugin without types can say anything.
    const found = checkIntegrity(answer({ providerReference: name as string }), asked, references);
    expect(found).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
  });

  it.each(['x'.repeat(512), 'Überweisung 1/2', '\u{1f600}'.repeat(512)])('may be named %s', (providerReference) => {
    const decoded = answer({ providerReference });
    expect(checkIntegrity(decoded, asked, references)).toBe(decoded);
  });
});

describe.each<[string, (amount: Value['amount']) => Decoded<OperationResult>]>([
  ['declined', (amount) => ({ kind: 'declined', reason: 'do_not_honour', ...(amount && { amount }), raw })],
  [
    'rejected',
    (amount) => ({ kind: 'rejected', reason: 'provider_refused', message: '', ...(amount && { amount }), raw }),
  ],
])('an answer that is %s', (_kind, answer) => {
  it('is believed about what was asked, and keeps no amount', () => {
    expect(checkIntegrity(answer(asked), asked, references)).toEqual(answer(undefined));
  });

  it.each([money(999n, 'EUR'), money(1_000n, 'USD')])(
    'about another amount or currency is no refusal: %o',
    (amount) => {
      const found = checkIntegrity(answer(amount), asked, references);
      expect(found).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch', raw });
    },
  );
});

it.each<Decoded<OperationResult>>([
  { kind: 'declined', reason: 'do_not_honour' },
  { kind: 'rejected', reason: 'provider_refused', message: '' },
  { kind: 'unknown', cause: 'provider_error', message: '' },
])('an answer that moved nothing, or may have, stays what it is: $kind', (decoded) => {
  expect(checkIntegrity(decoded, asked, references)).toBe(decoded);
});
