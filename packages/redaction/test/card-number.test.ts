import { describe, expect, it } from 'vitest';
import { cardRenderings, testCardNumbers } from '../src/canaries.ts';
import { cardNumbersIn, hasCardNumber, maskCardNumber } from '../src/card-number.ts';
import { seededRandom } from './support/random.ts';

const numbers = Object.entries(testCardNumbers);

describe('cardNumbersIn', () => {
  it('knows fourteen numbers of all schemes, and more than twenty ways to write one', () => {
    expect(numbers).toHaveLength(14);
    expect(Object.keys(cardRenderings).length).toBeGreaterThanOrEqual(20);
  });

  describe.each(Object.entries(cardRenderings))('%s', (_, render) => {
    it.each(numbers)('finds %s', (_scheme, digits) => {
      const found = cardNumbersIn(`before ${render(digits)} after`);
      expect(found.map((number) => number.digits)).toEqual([digits]);
    });

    it.each(numbers)('does not find %s with a wrong check digit', (_scheme, digits) => {
      const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10);
      expect(hasCardNumber(render(wrong))).toBe(false);
    });
  });

  it.each([
    ['Elo', '5041750000000000'],
    ['Hipercard', '6062820000000000'],
    ['Humo', '9860000000000000'],
    ['mada', '9682010000000000'],
    ['mada', '5888450000000000'],
    ['NAPAS', '9704000000000000'],
    ['RuPay', '6070000000000000'],
    ['RuPay', '6081000000000000'],
    ['RuPay', '8172000000000000'],
    ['RuPay', '8201990000000000'],
    ['UnionPay', '8171990000000000'],
    ['UzCard', '8600000000000000'],
    ['Verve', '5078650000000000'],
  ])('finds numbers in a range of %s (%s)', (_scheme, start) => {
    const checked = Array.from({ length: 10 }, (__, digit) => start.slice(0, -1) + digit).filter(hasCardNumber);
    expect(checked).toHaveLength(1);
  });

  it.each(['8202000000000000', '8300000000000000', '6079850000000000', '5615000000000000'])(
    'finds none in a range that nobody issues (%s)',
    (start) => {
      expect(Array.from({ length: 10 }, (_, digit) => start.slice(0, -1) + digit).some(hasCardNumber)).toBe(false);
    },
  );

  it('finds each of several, and where they are', () => {
    const text = '4111111111111111 5555-5555-5555-4444 4111111111111112';
    expect(cardNumbersIn(text)).toEqual([
      { from: 0, to: 16, digits: '4111111111111111' },
      { from: 17, to: 36, digits: '5555555555554444' },
    ]);
  });

  it('takes the rest of a magnetic stripe with it', () => {
    const track = ';4111111111111111=29121011000012300?';
    expect(cardNumbersIn(track)[0]).toMatchObject({ from: 1, to: track.length });
  });

  it.each([
    ['no issuer', '9111111111111119'],
    ['a length that its issuer lacks', '51111111111111116'],
    ['a fraction', '52.4111111111111111'],
    ['a telephone number', 'call +378282246310005'],
    ['a hash', 'a1b2c34111111111111111d4e5f6a7b8'],
    ['an UUID', '41111111-1111-4111-8111-111111111111'],
    ['a longer number', '41111111111111110000'],
    ['groups of other lengths', '41111111 11111111'],
    ['several separators', '4111-1111 1111-1111'],
  ])('leaves %s alone', (_, text) => {
    expect(cardNumbersIn(text)).toEqual([]);
  });

  it('shows six and four digits', () => {
    expect(maskCardNumber('4111111111111111')).toBe('411111******1111');
    expect(maskCardNumber('378282246310005')).toBe('378282*****0005');
  });
});

describe('what is no card number', () => {
  const random = seededRandom(1);
  const digit = () => Math.floor(random() * 10);
  const digits = (count: number) => Array.from({ length: count }, digit).join('');
  const hex = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  const nowMs = () => 1_600_000_000_000 + Math.floor(random() * 400_000_000_000);
  const corpora: Readonly<Record<string, readonly (() => string)[]>> = {
    identifiers: [
      () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
      () => `pay_${hex(32)}`,
      () => hex(64),
      () => `00-${hex(32)}-${hex(16)}-01`,
    ],
    timestamps: [
      () => String(nowMs()),
      () => `${nowMs()}${digits(3)}`,
      () => `${nowMs()}${digits(6)}`,
      () => new Date(nowMs()).toISOString(),
      () => new Date(nowMs()).toISOString().replaceAll(/\D/g, ''),
    ],
    'telephone numbers': [
      () => `+49${digits(11)}`,
      () => `+1 ${digits(3)} ${digits(3)} ${digits(4)}`,
      () => `0049 ${digits(4)} ${digits(7)}`,
      () => `+44 ${digits(4)} ${digits(6)}`,
      () => `+370${digits(12)}`,
    ],
    references: [
      () => `E2E-${digits(8)}-${digits(8)}`,
      () => `INV-2025-${digits(6)}`,
      () => `PO${digits(10)}/${digits(4)}`,
      () => `RF${digits(2)}${digits(10)}`,
      () => `${digits(12)}`,
      () => `52.${digits(14)},-${digits(2)}.${digits(15)}`,
    ],
    'numbers with a rule behind them': [
      // Of a day, of an acquirer, of a terminal, of a clock, of a machine.
      () => `20${digits(2)}${digits(12)}`.replace(/^20../, '2026'),
      () => `7${digits(22)}`,
      () => `6${digits(2)}1${digits(2)}${digits(6)}`,
      () => `17${digits(17)}`,
      () => `1${digits(17)}`,
    ],
  };

  it.each(Object.entries(corpora))('is found in at most 1 of 1,000 %s', (_, makers) => {
    const texts = Array.from({ length: 10_000 }, (__, at) => makers[at % makers.length]?.() ?? '');
    expect(texts.filter(hasCardNumber).length).toBeLessThanOrEqual(10);
  });

  it('is found in no more than 4 of 100 random numbers of 16 digits, which nothing tells from card numbers', () => {
    const share = Array.from({ length: 10_000 }, () => digits(16)).filter(hasCardNumber).length / 10_000;
    // All numbers of Visa and Mastercard that have a right check digit are 2 of 100 by themselves.
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.04);
  });

  it.each([13, 20, 24])('is found in no random number of %i digits', (length) => {
    expect(Array.from({ length: 10_000 }, () => digits(length)).filter(hasCardNumber)).toEqual([]);
  });

  it('is found in no random number of 16 digits that a letter parts', () => {
    const parted = () => `${digits(8)}X${digits(8)}`;
    expect(Array.from({ length: 10_000 }, parted).filter(hasCardNumber)).toEqual([]);
  });
});
