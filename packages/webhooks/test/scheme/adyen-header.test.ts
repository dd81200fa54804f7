import { describe, expect, it } from 'vitest';
import { adyenHeaderVerifier } from '../../src/index.ts';
import { live, message, outcome } from '../support/verify.ts';

// Recorded from the official library, @adyen/api-library 32.1.0: it is too large to be a dependency of the tests.
const key = 'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00';
const body = '{"type":"balancePlatform.transfer.created","data":{"id":"1VV3Z2","reference":"été"}}';
const received = message(body, { hmacsignature: '/Zy4+LkmkBr/vl0OljWYrJM6WJceJO4nHqNdfZfYrns=' });

describe('adyenHeaderVerifier', () => {
  it.each([key, key.toLowerCase()])('believes what the official library signs with %s', (text) => {
    expect(outcome(adyenHeaderVerifier(live(text)), received)).toBe('verified');
  });

  it.each(['no hex', key.slice(1), `0x${key}`])('does not start with a key that is no hexadecimal: %s', (text) => {
    expect(() => adyenHeaderVerifier(live(text))).toThrowError(
      expect.objectContaining({ code: 'configuration_invalid' }),
    );
  });
});
