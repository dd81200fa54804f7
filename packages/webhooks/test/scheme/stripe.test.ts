import { createHmac } from 'node:crypto';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { stripeVerifier } from '../../src/index.ts';
import { nowMs } from '../support/specimen.ts';
import { live, message, outcome } from '../support/verify.ts';

const secret = 'whsec_test_secret';
const payload = '{"id":"evt_1","object":"event","data":{"note":"été"}}';
const seconds = nowMs / 1_000;
const { webhooks } = new Stripe('sk_test_1');
const verifier = stripeVerifier(live('whsec_next', secret));
const signed = (header: string) => message(payload, { 'stripe-signature': header });
const v1 = (key = secret, timestamp = seconds) =>
  createHmac('sha256', key).update(`${timestamp}.${payload}`).digest('hex');

describe('stripeVerifier', () => {
  it("believes what Stripe's own library signs", () => {
    const header = webhooks.generateTestHeaderString({ payload, secret, timestamp: seconds });
    expect(verifier.verify(signed(header), nowMs)).toEqual({ kind: 'verified', secretId: 'secret 2' });
  });

  it("makes the test signatures that Stripe's own library believes", () => {
    const header = `t=${seconds},v1=${v1()}`;
    expect(webhooks.constructEvent(payload, header, secret, 300, undefined, nowMs).id).toBe('evt_1');
    expect(outcome(verifier, signed(header))).toBe('verified');
  });

  it('believes one of several signatures, and passes over those of other versions', () => {
    const other = v1('whsec_old');
    expect(outcome(verifier, signed(`t=${seconds},v1=${other},v1=${v1()},v0=${other}`))).toBe('verified');
    expect(outcome(verifier, signed(`v1=${v1()},t=${seconds}`))).toBe('verified');
  });

  it.each([
    [`t=${seconds},v0=${v1()}`, 'signature_malformed'],
    [`v1=${v1()}`, 'timestamp_missing'],
    [`t=,v1=${v1()}`, 'signature_malformed'],
    [`t=+${seconds},v1=${v1()}`, 'timestamp_missing'],
    [`t=0x6965,v1=${v1()}`, 'timestamp_missing'],
    [`t=${seconds},t=${seconds},v1=${v1()}`, 'signature_repeated'],
    [`t=${seconds}, v1=${v1()}`, 'signature_malformed'],
    [`t=${seconds},v1=${v1()},v1=zz`, 'signature_malformed'],
    [`t=${seconds},v1=${v1()},`, 'signature_malformed'],
    [`t=${seconds}${`,v1=${v1()}`.repeat(16)}`, 'signature_malformed'],
    ['x'.repeat(8_193), 'signature_malformed'],
  ])('refuses %s', (header, reason) => {
    expect(outcome(verifier, signed(header))).toBe(reason);
  });

  it('has a window with both ends, to the second', () => {
    const at = (timestamp: number) => outcome(verifier, signed(`t=${timestamp},v1=${v1(secret, timestamp)}`));
    expect([at(seconds - 300), at(seconds - 301)]).toEqual(['verified', 'timestamp_outside_window']);
    expect([at(seconds + 300), at(seconds + 301)]).toEqual(['verified', 'timestamp_outside_window']);
  });

  it('does not tell a forger whether the time was right', () => {
    expect(outcome(verifier, signed(`t=1,v1=${v1('whsec_forged', 1)}`))).toBe('signature_wrong');
  });
});
