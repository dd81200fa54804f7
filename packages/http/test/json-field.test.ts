import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTextField, jsonField, minorUnitsField, moneyField, textField } from '../src/json-field.ts';

const parse = (text: string): unknown => JSON.parse(text);

describe('jsonField', () => {
  const json = parse('{"a":{"b":[{"c":"x"},null]},"empty":null,"0":"zero"}');

  it.each<[readonly (string | number)[], unknown]>([
    [[], json],
    [['a', 'b', 0, 'c'], 'x'],
    [['a', 'b', 1], null],
    [['a', 'b', 2], undefined],
    [['a', 'b', -1], undefined],
    [['a', 'x', 'y'], undefined],
    [['empty'], null],
    [['empty', 'x'], undefined],
    [['0'], 'zero'],
    [['a', 'b', 0, 'c', 'length'], undefined],
  ])('finds %j', (path, value) => {
    expect(jsonField(json, ...path)).toEqual(value);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('finds no inherited %s', (name) => {
    expect(jsonField(parse('{}'), name)).toBeUndefined();
    expect(jsonField(parse('[]'), name)).toBeUndefined();
    expect(jsonField(parse('{}'), name, 'name')).toBeUndefined();
    expect(textField(parse('{}'), name, 'name')).toBeUndefined();
  });

  it('reads a field that is really called so', () => {
    expect(jsonField(parse('{"__proto__":{"a":1}}'), '__proto__', 'a')).toBe(1);
  });

  it.each([undefined, null, 'text', 5, true])('finds nothing in %j', (nothing) => {
    expect(jsonField(nothing, 'length')).toBeUndefined();
  });
});

describe('textField', () => {
  it.each([
    ['"x"', 'x'],
    ['""', ''],
    ['5', undefined],
    ['null', undefined],
    ['{}', undefined],
    ['["x"]', undefined],
    ['true', undefined],
  ])('reads %s as %j', (value, text) => {
    expect(textField(parse(`{"a":${value}}`), 'a')).toBe(text);
  });
});

describe('minorUnitsField', () => {
  it.each([
    ['1250', 1250n],
    ['0', 0n],
    ['-0', 0n],
    ['9007199254740991', 9_007_199_254_740_991n],
    ['"9007199254740993"', 9_007_199_254_740_993n],
    ['"999999999999999999"', 999_999_999_999_999_999n],
    ['"007"', 7n],
  ])('reads %s', (value, minorUnits) => {
    expect(minorUnitsField(parse(`{"a":${value}}`), 'a')).toBe(minorUnits);
  });

  it.each([
    '9007199254740992',
    '9007199254740993',
    '1e21',
    '12.5',
    '0.1',
    '-1',
    '"-1"',
    '"12.50"',
    '"1e3"',
    '"0x10"',
    '" 5"',
    '""',
    '"1000000000000000000"',
    '"١٢"',
    'null',
    'true',
    '[5]',
    '{"value":5}',
  ])('does not read %s', (value) => {
    expect(minorUnitsField(parse(`{"a":${value}}`), 'a')).toBeUndefined();
  });

  it('reads every exact integer and no other number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const exact = Number.isSafeInteger(number) && number >= 0;
        expect(minorUnitsField({ a: number }, 'a')).toBe(exact ? BigInt(number) : undefined);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('moneyField', () => {
  it.each<[string, bigint | undefined]>([
    ['{"value":"50.00","currency":"EUR"}', 5_000n],
    ['{"value":"50","currency":"EUR"}', 5_000n],
    ['{"value":"500.00","currency":"JPY"}', 500n],
    ['{"value":"1.234","currency":"KWD"}', 1_234n],
    ['{"value":"1.234","currency":"EUR"}', undefined],
    ['{"value":"-1.00","currency":"EUR"}', undefined],
    ['{"value":"5e1","currency":"EUR"}', undefined],
    ['{"value":" 50.00","currency":"EUR"}', undefined],
    ['{"value":"","currency":"EUR"}', undefined],
    ['{"value":50,"currency":"EUR"}', undefined],
    ['{"value":"50.00","currency":"XXXX"}', undefined],
    ['{"value":"50.00","currency":["EUR"]}', undefined],
    ['{"value":"50.00"}', undefined],
    ['null', undefined],
  ])('reads %s as %s', (text, minorUnits) => {
    expect(moneyField(parse(text), 'value', 'currency')?.minorUnits).toBe(minorUnits);
  });
});

describe('hasTextField', () => {
  it.each<[string, string, boolean]>([
    ['{"key":"abc"}', 'key', true],
    ['{"a":[{"key":"x abc"}]}', 'key', true],
    ['{"other":"abc"}', 'key', false],
    ['{"key":"another"}', 'key', false],
    ['{"key":{"#text":"abc"}}', 'key', true],
    ['{"key":["x","abc"]}', 'key', true],
    ['{"key":{"other":7}}', 'key', false],
    ['{"other":"abc","key":null}', 'key', false],
    ['"abc"', 'key', false],
    ['null', 'key', false],
  ])('in %s, by %s: %j', (json, name, expected) => {
    expect(hasTextField(parse(json), name, 'abc')).toBe(expected);
  });
});
