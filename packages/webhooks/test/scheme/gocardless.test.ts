import { describe, expect, it } from 'vitest';
import { gocardlessRefusalStatus, gocardlessVerifier } from '../../src/index.ts';
import { live, message, outcome } from '../support/verify.ts';

// Believed by the official library, gocardless-nodejs 10.1.2.
const secret = 'ED7D658C-D8EB-4941-948B-3973214F2D49';
const signature = '0b25c033b31c561cf1b46bf11956a9f3053723ffa4adc04b5e24b86b53fd35dc';
const body =
  '{"events":[{"id":"EV00BD05S5VM2T","resource_type":"payments","action":"confirmed"}],"meta":{"webhook_id":"WB123"}}';

describe('gocardlessVerifier', () => {
  it('believes what the official library believes', () => {
    expect(outcome(gocardlessVerifier(live(secret)), message(body, { 'webhook-signature': signature }))).toBe(
      'verified',
    );
  });

  it('refuses with the status of its own', () => {
    expect(outcome(gocardlessVerifier(live('other')), message(body, { 'webhook-signature': signature }))).toBe(
      'signature_wrong',
    );
    expect(gocardlessRefusalStatus).toBe(498);
  });
});
