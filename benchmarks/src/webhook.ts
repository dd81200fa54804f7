import { createHmac } from 'node:crypto';

export const webhookSecret = 'whsec_benchmark';
export const signatureHeader = 'x-signature';

/** A webhook of about 1.2 KB, signed. */
export interface Webhook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Webhook number `n`: an event of its own, about a payment of its own. */
export function webhookOf(n: number): Webhook {
  const id = `evt_${String(n).padStart(24, '0')}`;
  const text = { id, type: 'payment.succeeded', object: `pi_${n}`, data: 'x'.repeat(1_100) };
  const body = JSON.stringify(text);
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
  return { body, headers: { 'content-type': 'application/json', [signatureHeader]: signature } };
}
