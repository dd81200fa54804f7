import { type ChargeCommand, money } from '@polyrail/core';

let count = 0;

/** The next payment as a host asks for it. */
export function nextCharge(provider?: string): ChargeCommand {
  count += 1;
  return {
    idempotencyKey: `order-${String(count).padStart(30, '0')}`,
    amount: money(5000n, 'USD'),
    source: { type: 'token', token: 'pm_card_visa' },
    // Of one length, and never twice: a payment like another one is looked at more closely.
    reference: `INV-${String(count).padStart(8, '0')}`,
    ...(provider !== undefined && { provider }),
  };
}
