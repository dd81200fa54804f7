import { describe, expect, it } from 'vitest';
import { unclearMember } from '../../src/request/json-body.ts';

describe('unclearMember', () => {
  it('finds a number with a fraction or an exponent, and names its member', () => {
    for (const number of ['5.0', '5e3', '5E3', '5e+3', '5.5e-1', '-0.5'])
      expect(unclearMember(`{"reference":"a", "amount" : ${number} }`)?.path).toBe('amount');
    expect(unclearMember('[1.5]')?.path).toBe('body');
  });

  it('leaves integers, words and texts alone', () => {
    const texts = [
      '{"amount":5000}',
      '{"a":-1,"b":[1,2]}',
      '{"a":"1.5","1.5":2}',
      '{"a":"\\"b\\": 1.5"}',
      'true',
      '{}',
    ];
    for (const text of texts) expect(unclearMember(text)).toBeUndefined();
  });

  it('finds a name that one object has twice, however it is written', () => {
    for (const text of [
      '{"amount":1,"amount":5000}',
      '{"amou\\u006et":1,"amount":1}',
      '{"a":{"amount":1,"b":[],"amount":1}}',
    ])
      expect(unclearMember(text)).toMatchObject({ path: 'amount', code: 'repeated' });
    for (const text of ['{"a":{"a":1},"b":{"a":[{"a":1},{"a":"}"}]}}', '["a","a"]', '{"a":"a","b":"a"}'])
      expect(unclearMember(text)).toBeUndefined();
  });

  it('needs linear time', () => {
    const startedAt = performance.now();
    for (const text of [`{"a":"${'\\"'.repeat(30_000)}"}`, `["a"${' '.repeat(60_000)}]`, `[${'"",'.repeat(20_000)}1]`])
      expect(unclearMember(text)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
