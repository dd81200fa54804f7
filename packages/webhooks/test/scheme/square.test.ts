import { describe, expect, it } from 'vitest';
import { squareVerifier } from '../../src/index.ts';
import { live, message, outcome } from '../support/verify.ts';

// Recorded from the official library, square 46.0.0: it is too large to be a dependency of the tests.
const url = 'https://shop.example/webhooks/square';
const body = '{"merchant_id":"MLEFBHHSJGVHD","type":"payment.updated","event_id":"6a8f5f28","data":{"note":"été"}}';
const received = message(body, { 'x-square-hmacsha256-signature': 'BZbX7CElTz+Z1SbOJcfY4gbtqNDQJl7gdCPNfL0i5Gc=' });

describe('squareVerifier', () => {
  it('believes what the official library signs', () => {
    expect(outcome(squareVerifier(url, live('asdf1234')), received)).toBe('verified');
  });

  it.each([`${url}/`, 'https://shop.example/webhooks/Square', 'https://other.example/webhooks/square'])(
    'refuses a notification for another URL than %s',
    (other) => {
      expect(outcome(squareVerifier(other, live('asdf1234')), received)).toBe('signature_wrong');
    },
  );

  it.each(['', '/webhooks/square', 'http://shop.example/webhooks/square'])(
    'does not start with the URL "%s"',
    (other) => {
      expect(() => squareVerifier(other, live('asdf1234'))).toThrowError(
        expect.objectContaining({ code: 'configuration_invalid' }),
      );
    },
  );
});
