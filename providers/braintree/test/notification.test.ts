import { createHash, createHmac } from 'node:crypto';
import { type NotificationItem, Secret, type VerifiedMessage } from '@polyrail/core/provider';
import { braintreeVerifier } from '@polyrail/webhooks';
import braintree from 'braintree';
import { describe, expect, it } from 'vitest';
import { readNotification } from '../src/notification.ts';

const keys = { publicKey: 'public_1', privateKey: 'private_1' };
const sdk = new braintree.BraintreeGateway({
  environment: braintree.Environment.Sandbox,
  merchantId: 'merchant',
  ...keys,
});
const verifier = braintreeVerifier([{ ...keys, privateKey: new Secret(keys.privateKey) }]);
const orderId = '0123456789abcdef0123456789abcdef';

const xmlOf = (kind: string, order = orderId) => `<notification>
  <timestamp type="datetime">2026-11-23T10:22:03Z</timestamp><kind>${kind}</kind>
  <subject><transaction><id>abc</id><status>settled</status><type>sale</type><currency-iso-code>EUR</currency-iso-code>
  <amount>50.00</amount><order-id>${order}</order-id></transaction></subject></notification>`;

/** What Braintree would send, signed by first principles. */
function signed(xml: string) {
  const bt_payload = `${Buffer.from(xml).toString('base64')}\n`;
  const key = createHash('sha1').update(keys.privateKey).digest();
  return { bt_signature: `public_1|${createHmac('sha1', key).update(bt_payload).digest('hex')}`, bt_payload };
}

/** Verifies and reads, as the inbox does. */
function receive(fields: { bt_signature: string; bt_payload: string }): readonly NotificationItem[] | undefined {
  const message = { headers: {}, body: Buffer.from(new URLSearchParams({ ...fields }).toString()) };
  expect(verifier.verify(message, 0).kind).toBe('verified');
  return readNotification(message as unknown as VerifiedMessage);
}

describe("notifications go around with Braintree's own library", () => {
  it.each([
    'transaction_settled',
    'transaction_settlement_declined',
    'transaction_disbursed',
    'dispute_opened',
    'check',
  ] as const)('reads its %s', async (kind) => {
    const sample = await sdk.webhookTesting.sampleNotification(kind, 'id_1');
    expect(receive(sample)).toEqual([{ eventId: expect.stringMatching(/^[0-9a-f]{64}$/), type: kind }]);
  });

  it('reads what the library reads, our reference in it', async () => {
    const fields = signed(xmlOf('transaction_settled'));
    const parsed = await sdk.webhookNotification.parse(fields.bt_signature, fields.bt_payload);
    const subject = { by: 'provider_key', value: Object(parsed).transaction?.orderId };
    expect(receive(fields)).toEqual([{ eventId: expect.any(String), type: parsed.kind, subject }]);
    expect(subject.value).toBe(orderId);
  });
});

describe('what a notification says', () => {
  it('is a hint, and Braintree is asked, but for a settlement that was declined', () => {
    expect(receive(signed(xmlOf('transaction_settled')))?.[0]?.decoded).toBeUndefined();
    expect(receive(signed(xmlOf('transaction_settlement_declined')))?.[0]?.decoded).toMatchObject({ kind: 'declined' });
  });

  it('has one id, however often it is delivered', () => {
    const { bt_signature, bt_payload } = signed(xmlOf('transaction_settled'));
    const [first] = receive({ bt_signature, bt_payload }) ?? [];
    const [again] = receive({ bt_signature, bt_payload: bt_payload.trimEnd() }) ?? [];
    const [other] = receive(signed(xmlOf('transaction_disbursed'))) ?? [];
    expect(again?.eventId).toBe(first?.eventId);
    expect(other?.eventId).not.toBe(first?.eventId);
  });

  it('is about nothing of ours where the order is not one of our keys', () => {
    for (const order of ['order 7', `${orderId}0`, orderId.toUpperCase()])
      expect(receive(signed(xmlOf('transaction_settled', order)))?.[0]?.subject).toBeUndefined();
  });

  it.each([
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${xmlOf('check')}`],
    ['no notification', '<other><kind>check</kind></other>'],
    ['no kind', '<notification><subject/></notification>'],
    ['two kinds', '<notification><kind>check</kind><kind>dispute_opened</kind></notification>'],
    ['no XML', 'check'],
    ['nothing', ''],
  ])('cannot be read with %s', (_name, xml) => {
    expect(xml === '' ? undefined : readSafely(xml)).toBeUndefined();
  });
});

/** The inbox takes what `read` throws for a body that cannot be read. */
function readSafely(xml: string) {
  try {
    return receive(signed(xml));
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') throw error;
    return undefined;
  }
}
