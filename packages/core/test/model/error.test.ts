import { describe, expect, it } from 'vitest';
import { PolyrailError } from '../../src/model/index.ts';

describe('PolyrailError', () => {
  const cause = new Error('deeper');
  const error = new PolyrailError('amount_invalid', 'an amount cannot be negative', { cause });

  it('is an error with a code, a name and a cause', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'PolyrailError', code: 'amount_invalid', cause });
    expect(String(error)).toBe('PolyrailError: an amount cannot be negative');
  });

  it('recognises an error of another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), { brand: 'PolyrailError', code: 'amount_invalid' });
    expect(PolyrailError.is(error)).toBe(true);
    expect(PolyrailError.is(foreign)).toBe(true);
  });

  it.each([
    undefined,
    null,
    'PolyrailError',
    new Error('x'),
    Object.assign(new Error('x'), { code: 'ECONNRESET' }),
    Object.assign(new Error('x'), { brand: 'Another', code: 'amount_invalid' }),
    { brand: 'PolyrailError', code: 'amount_invalid' },
  ])('does not take %o for its own', (other) => {
    expect(PolyrailError.is(other)).toBe(false);
  });
});
