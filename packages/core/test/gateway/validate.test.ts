import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateCommand } from '../../src/gateway/validate.ts';
import { money } from '../../src/model/money.ts';
import { seeded } from '../support/property.ts';
import { chargeOf, paymentIdOf, refundOf, transferOf } from '../support/records.ts';

/** What no field of a payment message may hold. */
const unprintable = {
  'a null byte': '\u0000',
  'a line feed': '\n',
  'an escape': '\u001b',
  'a C1 control': '\u0085',
  'a line separator': '\u2028',
  'a right-to-left override': '\u202e',
  'a zero-width space': '\u200b',
  'a byte order mark': '\ufeff',
  'a lone high surrogate': '\ud83d',
  'a lone low surrogate': '\ude00',
  'a private character': '\ue000',
};

/** Issues of a command as plain JavaScript could send it. */
function issuesOf(command: object): string[] {
  const issues: ReturnType<typeof validateCommand> = Reflect.apply(validateCommand, undefined, [command]);
  return issues.map(({ path, code }) => `${path}: ${code}`);
}

/** Any code points, lone surrogates too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  maxLength: 300,
});

const party = { name: 'Ada Example', address: { town: 'Zürich', country: 'CH', postCode: '8001' } };
const iban = { type: 'iban', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' } as const;
const whole = transferOf({
  tenant: 'shop',
  from: { ...iban },
  to: { type: 'account', id: 'acc_2', scheme: 'BBAN' },
  debtor: party,
  creditor: party,
});

/** Every text field, with the command that has another text there, and the most characters that it takes. */
const fields: readonly [path: string, most: number, withText: (text: string) => object][] = [
  ['tenant', 64, (tenant) => ({ ...whole, tenant })],
  ['reference', 140, (reference) => ({ ...whole, reference })],
  ['source.token', 255, (token) => chargeOf({ source: { type: 'token', token } })],
  ['source.id', 34, (id) => chargeOf({ source: { type: 'account', id } })],
  ['from.id', 34, (id) => ({ ...whole, from: { type: 'account', id } })],
  ['to.id', 34, (id) => ({ ...whole, to: { type: 'account', id } })],
  ['to.id', 255, (id) => ({ ...whole, to: { type: 'account', id, scheme: 'open-payments' } })],
  ['to.scheme', 35, (scheme) => ({ ...whole, to: { type: 'account', id: 'x', scheme } })],
  ['debtor.name', 140, (name) => ({ ...whole, debtor: { ...party, name } })],
  ['creditor.name', 140, (name) => ({ ...whole, creditor: { ...party, name } })],
  ...(['street', 'buildingNumber', 'postCode', 'town'] as const).map(
    (name): [string, number, (text: string) => object] => [
      `debtor.address.${name}`,
      70,
      (text) => ({ ...whole, debtor: { ...party, address: { ...party.address, [name]: text } } }),
    ],
  ),
];

describe('a good command', () => {
  it.each([
    ['charge', chargeOf()],
    ['charge of an IBAN', chargeOf({ source: iban })],
    ['transfer', transferOf()],
    ['transfer with everything', whole],
    ['refund', refundOf(paymentIdOf(1))],
    ['refund of an amount', refundOf(paymentIdOf(1), { amount: money(1n, 'JPY') })],
  ])('%s has no issue', (_name, command) => {
    expect(validateCommand(command)).toEqual([]);
  });

  it('may use the letters of every script', () => {
    for (const reference of ['Rechnung Zürich – 7', '請求書', 'فاتورة ٧', 'Счёт №7', '🧾 7', 'e\u0301'])
      expect(validateCommand(chargeOf({ reference }))).toEqual([]);
  });
});

describe.each(fields)('%s', (path, most, withText) => {
  it('takes as much as it may and no more', () => {
    expect(issuesOf(withText('x'.repeat(most)))).toEqual([]);
    expect(issuesOf(withText('x'.repeat(most + 1)))).toEqual([`${path}: too_long`]);
  });

  it.each(Object.entries(unprintable))('refuses %s', (_name, character) => {
    expect(issuesOf(withText(`a${character}b`))).toEqual([`${path}: unprintable`]);
  });

  it('is never empty and never anything but a text', () => {
    for (const nothing of ['', '  ', '\u3000']) expect(issuesOf(withText(nothing))).toEqual([`${path}: missing`]);
    for (const other of [42, null, { toString: () => 'x' }, ['x']])
      expect(issuesOf(Reflect.apply(withText, undefined, [other]))).toEqual([`${path}: missing`]);
  });
});

describe('the idempotency key', () => {
  it.each(['x', 'k'.repeat(255), '!~{}"\\'])('may be %j', (idempotencyKey) => {
    expect(issuesOf(chargeOf({ idempotencyKey }))).toEqual([]);
  });

  it.each(['', 'k'.repeat(256), 'a b', 'a\n', 'é', '\u0000', undefined, null, 42, ['x']])(
    'is refused as %j',
    (idempotencyKey) => {
      expect(issuesOf({ ...chargeOf(), idempotencyKey })).toEqual(['idempotencyKey: invalid']);
      expect(issuesOf({ ...refundOf(paymentIdOf(1)), idempotencyKey })).toEqual(['idempotencyKey: invalid']);
    },
  );
});

describe('the amount', () => {
  const good = money(1n, 'EUR');

  it.each([
    ['zero', money(0n, 'EUR')],
    ['a number', { ...good, minorUnits: 5 }],
    ['a fraction', { ...good, minorUnits: 0.5 }],
    ['a text', { ...good, minorUnits: '5' }],
    ['a negative number that was forged', { ...good, minorUnits: -5n }],
  ])('is refused as %s', (_name, amount) => {
    expect(issuesOf({ ...chargeOf(), amount })).toEqual(['amount: not_positive']);
    expect(issuesOf({ ...refundOf(paymentIdOf(1)), amount })).toEqual(['amount: not_positive']);
  });
});

describe('accounts', () => {
  it.each([
    [{ type: 'iban', iban: 'DE00370400440532013000' }, ['from.iban: invalid']],
    [{ type: 'iban', iban: 'DE89 3704 0044 0532 0130 00' }, ['from.iban: invalid']],
    [{ type: 'iban', iban: undefined }, ['from.iban: invalid']],
    [{ ...iban, bic: 'COBADEFFXX' }, ['from.bic: invalid']],
    [{ ...iban, bic: 'cobadeff' }, ['from.bic: invalid']],
    [{ type: 'card', number: '4242' }, ['from.id: missing']],
    [{ type: 'account', id: 'a', bic: 'COBA' }, ['from.bic: invalid']],
    [{ type: 'account', id: 'a', member: { system: 'USABA', id: '021000021' } }, []],
    [
      { type: 'account', id: 'a', member: { system: 'usaba', id: '' } },
      ['from.member.system: invalid', 'from.member.id: missing'],
    ],
  ])('%j has issues', (from, issues) => {
    expect(issuesOf({ ...transferOf(), from })).toEqual(issues);
  });

  it('of one transfer differ', () => {
    const id = { type: 'account', id: 'acc_1' } as const;
    expect(issuesOf(transferOf({ from: id, to: { ...id } }))).toEqual(['to: same_account']);
    expect(issuesOf(transferOf({ from: iban, to: { type: 'iban', iban: iban.iban } }))).toEqual(['to: same_account']);
    expect(issuesOf(transferOf({ from: id, to: { ...id, scheme: 'BBAN' } }))).toEqual([]);
    expect(issuesOf(transferOf({ from: id, to: { ...id, bic: 'COBADEFF' } }))).toEqual([]);
  });

  it.each(['Switzerland', 'ch', 'C', 'C1'])('are in no country called %j', (country) => {
    expect(issuesOf({ ...whole, creditor: { name: 'x', address: { town: 'x', country } } })).toEqual([
      'creditor.address.country: invalid',
    ]);
  });
});

describe('validation', () => {
  it('names every mistake at once, in words that hold nothing of the value', () => {
    const secret = 'tok_secret_4242';
    const issues = validateCommand(
      chargeOf({ idempotencyKey: '', reference: '', source: { type: 'token', token: `${secret}\u0000` } }),
    );
    expect(issues.map(({ path }) => path)).toEqual(['idempotencyKey', 'reference', 'source.token']);
    expect(JSON.stringify(issues)).not.toContain(secret);
    for (const { path, message } of issues) expect(message.startsWith(`${path} must`)).toBe(true);
  });

  it('throws at no text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), anyText, ([path, most, withText], text) => {
        const issues = issuesOf(withText(text));
        const good = text.length <= most && text.trim() !== '' && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
        expect(issues.filter((issue) => issue.startsWith(path)).length).toBe(good ? 0 : 1);
      }),
      seeded,
    );
  });
});
