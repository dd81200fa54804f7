import { createHash, createHmac } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import braintree from 'braintree';
import { describe, expect, it } from 'vitest';
import { braintreeVerifier } from '../../src/index.ts';
import { message, outcome } from '../support/verify.ts';

const environment = braintree.Environment.Sandbox;
const gateway = (publicKey: string, privateKey: string) =>
  new braintree.BraintreeGateway({ environment, merchantId: 'merchant', publicKey, privateKey });
const verifier = braintreeVerifier([
  { publicKey: 'public_next', privateKey: new Secret('private_next') },
  { publicKey: 'public_1', privateKey: new Secret('private_1') },
]);
const form = (fields: Record<string, string> | [string, string][]) => message(new URLSearchParams(fields).toString());
const sign = (payload: string, privateKey = 'private_1') =>
  createHmac('sha1', createHash('sha1').update(privateKey).digest()).update(payload).digest('hex');
const xml = '<notification><kind>check</kind><subject><check type="boolean">true</check></subject></notification>';
const payload = `${Buffer.from(xml).toString('base64')}\n`;

describe('braintreeVerifier', () => {
  it("believes the sample notifications of Braintree's own library", async () => {
    for (const kind of ['transaction_settled', 'dispute_opened', 'check'] as const) {
      const sample = await gateway('public_1', 'private_1').webhookTesting.sampleNotification(kind, 'id_1');
      const received = form({ bt_signature: sample.bt_signature, bt_payload: sample.bt_payload });
      expect(verifier.verify(received, 0)).toEqual({ kind: 'verified', secretId: 'public_1' });
    }
  });

  it("makes the test signatures that Braintree's own library believes", async () => {
    const signature = `public_1|${sign(payload)}`;
    const parsed = await gateway('public_1', 'private_1').webhookNotification.parse(signature, payload);
    expect(parsed.kind).toBe('check');
    expect(outcome(verifier, form({ bt_signature: signature, bt_payload: payload }))).toBe('verified');
  });

  it('believes a payload that lost its line feed, as the library does', () => {
    const shortened = { bt_signature: `public_1|${sign(payload)}`, bt_payload: payload.trimEnd() };
    expect(outcome(verifier, form(shortened))).toBe('verified');
  });

  it('takes the signature of a key that it has from several', () => {
    const signature = `public_old|${sign(payload, 'private_old')}&public_1|${sign(payload)}`;
    expect(outcome(verifier, form({ bt_signature: signature, bt_payload: payload }))).toBe('verified');
  });

  it('asks a function for the pairs of the moment, and keeps those before where the new ones cannot work', () => {
    const pair = (publicKey: string) => ({ publicKey, privateKey: new Secret(publicKey.replace('public', 'private')) });
    let keys = [pair('public_old')];
    const rotating = braintreeVerifier(() => keys);
    const verdicts = () =>
      ['old', 'new'].map((age) => {
        const signature = `public_${age}|${sign(payload, `private_${age}`)}`;
        return outcome(rotating, form({ bt_signature: signature, bt_payload: payload }));
      });
    expect(verdicts()).toEqual(['verified', 'signature_wrong']);
    keys = [pair('public_new'), pair('public_old')];
    expect(verdicts()).toEqual(['verified', 'verified']);
    keys = [pair('public_new')];
    expect(verdicts()).toEqual(['signature_wrong', 'verified']);
    keys = [];
    expect(verdicts()).toEqual(['signature_wrong', 'verified']);
  });

  it.each([
    ['another key pair', `public_old|${sign(payload, 'private_old')}`, 'signature_wrong'],
    ['our public key and another private key', `public_1|${sign(payload, 'private_old')}`, 'signature_wrong'],
    ["the public key of another secret's signature", `public_next|${sign(payload)}`, 'signature_wrong'],
    ['one public key twice', `public_1|${sign('x')}&public_1|${sign(payload)}`, 'signature_repeated'],
    ['no public key', sign(payload), 'signature_malformed'],
    ['an empty public key', `|${sign(payload)}`, 'signature_malformed'],
    ['no signature', 'public_1|', 'signature_malformed'],
    ['a cut signature', `public_1|${sign(payload).slice(1)}`, 'signature_malformed'],
    ['nothing', '', 'signature_missing'],
  ])('refuses %s', (_, signature, reason) => {
    expect(outcome(verifier, form({ bt_signature: signature, bt_payload: payload }))).toBe(reason);
  });

  it.each([
    ['no payload', { bt_signature: `public_1|${sign(payload)}` }, 'body_malformed'],
    ['a payload that is no base64', { bt_signature: `public_1|${sign('<x/>')}`, bt_payload: '<x/>' }, 'body_malformed'],
    ['no signature', { bt_payload: payload }, 'signature_missing'],
  ])('refuses %s', (_, fields, reason) => {
    expect(outcome(verifier, form(fields))).toBe(reason);
  });

  it('refuses a field that came twice: a reader may take the other', () => {
    const signature: [string, string] = ['bt_signature', `public_1|${sign(payload)}`];
    const twice = form([signature, ['bt_payload', payload], ['bt_payload', payload]]);
    expect(outcome(verifier, twice)).toBe('signature_repeated');
    expect(outcome(verifier, form([signature, signature, ['bt_payload', payload]]))).toBe('signature_repeated');
  });

  it.each(['', 'a|b', 'a&b'])('does not start with the public key "%s"', (publicKey) => {
    expect(() => braintreeVerifier([{ publicKey, privateKey: new Secret('x') }])).toThrowError(
      expect.objectContaining({ code: 'configuration_invalid' }),
    );
  });
});
