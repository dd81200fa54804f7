import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/gateway/fingerprint.ts';
import type { Account } from '../../src/model/account.ts';
import type { MoneyCommands, MoneyVerb } from '../../src/model/command.ts';
import { money } from '../../src/model/money.ts';
import { seeded } from '../support/property.ts';
import { chargeOf, paymentIdOf, refundOf, transferOf } from '../support/records.ts';

type Command = MoneyCommands[MoneyVerb];
type Asked = readonly [verb: MoneyVerb, command: Command];

// Few values, so that two commands are often the same in all but one field; some look like the spelling of others.
const text = fc.constantFrom('a', 'b', '', 'null', '"', ',', '","', '[]', 'é', 'e\u0301', '\ud800', '\ufffd', 'a","b');
const optional = { requiredKeys: [] };
const amount = fc
  .tuple(fc.constantFrom(1n, 10n, 999_999_999_999_999_998n, 999_999_999_999_999_999n), fc.constantFrom('EUR', 'USD'))
  .map(([minorUnits, currency]) => money(minorUnits, currency));
const account: fc.Arbitrary<Account> = fc.oneof(
  fc.record({ type: fc.constant('iban'), iban: text, bic: text }, { requiredKeys: ['type', 'iban'] }),
  fc.record({ type: fc.constant('account'), id: text, scheme: text }, { requiredKeys: ['type', 'id'] }),
);
const party = fc.record(
  {
    name: text,
    address: fc.record(
      { street: text, buildingNumber: text, postCode: text, town: text, country: text },
      { requiredKeys: ['town', 'country'] },
    ),
  },
  { requiredKeys: ['name'] },
);
const key = fc.record({ idempotencyKey: fc.constantFrom('k', 'l') });
const extra = fc.record({ provider: text, debtor: party, creditor: party }, optional);

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom<MoneyVerb>('charge', 'authorize'),
      fc.record({
        amount,
        reference: text,
        source: fc.oneof(account, fc.record({ type: fc.constant('token'), token: text })),
      }),
      fc.record({ provider: text }, optional),
      key,
    )
    .map(([verb, command, more, named]): Asked => [verb, { ...command, ...more, ...named }]),
  fc
    .tuple(
      fc.constantFrom<MoneyVerb>('transfer', 'requestPayment'),
      fc.record({ amount, reference: text, from: account, to: account }),
      extra,
      key,
    )
    .map(([verb, command, more, named]): Asked => [verb, { ...command, ...more, ...named }]),
  fc
    .tuple(
      fc.constantFrom<MoneyVerb>('capture', 'refund', 'void', 'recall'),
      fc.constantFrom(1, 2).map((number) => ({ payment: paymentIdOf(number) })),
      fc.record({ amount }, optional),
      key,
    )
    .map(([verb, command, more, named]): Asked => [verb, { ...command, ...more, ...named }]),
);

/** The same value with its fields in another order. */
function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.assign(
    Object.create(Object.getPrototypeOf(value)),
    Object.fromEntries(entries.map(([name, field]) => [name, reversed(field)])),
  );
}

/** Another spelling without ambiguity, much slower. */
function canonical(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(['bigint', String(value)]);
  if (typeof value !== 'object' || value === null) return JSON.stringify(['leaf', value]);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    fields.flatMap(([name, field]) => (name === 'idempotencyKey' ? [] : [[name, canonical(field)]])),
  );
}

const whole = transferOf({
  from: { type: 'iban', iban: 'I', bic: 'B' },
  to: { type: 'account', id: 'A', scheme: 'S', bic: 'B', member: { system: 'M', id: 'I' } },
  provider: 'P',
  debtor: { name: 'D', address: { street: 's', buildingNumber: 'b', postCode: 'p', town: 't', country: 'c' } },
  creditor: { name: 'C' },
});

/** The command with another value in one place. */
function changed(command: Command, path: readonly string[]): Command {
  const copy = structuredClone(command);
  let parent: object = copy;
  for (const name of path.slice(0, -1)) parent = Reflect.get(parent, name);
  Reflect.set(parent, path.at(-1) ?? '', path.at(-1) === 'minorUnits' ? 77n : 'other');
  return copy;
}

describe('the fingerprint', () => {
  it('is the same whatever the order of the fields', () => {
    fc.assert(
      fc.property(asked, ([verb, command]) => {
        expect(fingerprint(verb, reversed(command))).toBe(fingerprint(verb, command));
      }),
      seeded,
    );
  });

  it('differs for everything that differs, and for nothing else', () => {
    fc.assert(
      fc.property(asked, asked, ([verb, command], [otherVerb, other]) => {
        const same = verb === otherVerb && canonical(command) === canonical(other);
        expect(fingerprint(verb, command) === fingerprint(otherVerb, other)).toBe(same);
      }),
      { ...seeded, numRuns: 5_000 },
    );
  });

  it.each<[string, number, Asked]>([
    ['a charge of a token', 6, ['charge', chargeOf({ provider: 'P' })]],
    ['a charge of an IBAN', 7, ['charge', chargeOf({ provider: 'P', source: { type: 'iban', iban: 'I', bic: 'B' } })]],
    ['an authorization', 6, ['authorize', chargeOf({ source: { type: 'account', id: 'A', scheme: 'S' } })]],
    ['a transfer', 20, ['transfer', whole]],
    ['a request for payment', 20, ['requestPayment', whole]],
    ['a refund', 3, ['refund', refundOf(paymentIdOf(1), { amount: money(1n, 'EUR') })]],
    ['a capture', 1, ['capture', { payment: paymentIdOf(1), idempotencyKey: 'k' }]],
  ])('notices a change of any one field of %s', (_name, count, [verb, command]) => {
    const print = fingerprint(verb, command);
    const paths = leaves(command).filter(([name]) => name !== 'idempotencyKey');
    // The type of an account is part of what it is: it is changed with its fields.
    expect(paths).toHaveLength(count);
    for (const path of paths.filter((names) => names.at(-1) !== 'type'))
      expect(`${path.join('.')} ${fingerprint(verb, changed(command, path)) === print}`).toBe(
        `${path.join('.')} false`,
      );
  });

  it('leaves out the key and the tenant, which name the request', () => {
    const one = fingerprint('charge', chargeOf());
    expect(fingerprint('charge', chargeOf({ idempotencyKey: 'other', tenant: 'other' }))).toBe(one);
    expect(one).not.toContain('key-1');
    expect(fingerprint('refund', refundOf(paymentIdOf(1)))).not.toContain('refund-1');
  });
});

/** The paths of all leaves of an object. */
function leaves(value: object, prefix: readonly string[] = []): string[][] {
  return Object.entries(value).flatMap(([name, field]) =>
    typeof field === 'object' && field !== null ? leaves(field, [...prefix, name]) : [[...prefix, name]],
  );
}
