import { describe, expect, it } from 'vitest';
import { headers, start, unkeyed } from '../running-host.ts';

const timeout = 30_000;

async function ask(url: string, method: string, body?: object) {
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, json: Object(await answer.json()) };
}

describe('the ISO 20022 network of the built-in sandbox', () => {
  it('settles, declines, and answers late by its stream', { timeout }, async () => {
    const { url } = await start();
    const pay = (key: string, amount: number) =>
      ask(`${url}/v1/payments`, 'POST', { ...unkeyed, amount, idempotency_key: key, provider: 'sandbox-iso20022' });
    expect(await pay('paid', 5_000)).toMatchObject({
      status: 201,
      json: { status: 'succeeded', protocol: 'iso20022' },
    });
    expect(await pay('declined', 5_051)).toMatchObject({ status: 402, json: { provider_code: 'AM04' } });
    const asked = { ...unkeyed, idempotency_key: 'asked', provider: 'sandbox-iso20022' };
    const request = await ask(`${url}/v1/payment-requests`, 'POST', asked);
    // The money may be faster than the answer.
    expect([201, 202]).toContain(request.status);
    expect(request.json.verb).toBe('requestPayment');
    const paid = () => ask(`${url}/v1/payments/${request.json.id}`, 'GET').then(({ json }) => json.status);
    await expect.poll(paid, { timeout: 20_000 }).toBe('succeeded');
  });

  it('gives a recalled transfer back', { timeout }, async () => {
    const { url } = await start();
    const body = { ...unkeyed, idempotency_key: 'sent', provider: 'sandbox-iso20022' };
    const { json } = await ask(`${url}/v1/payments`, 'POST', body);
    const recall = await ask(`${url}/v1/payments/${json.id}/recalls`, 'POST', { idempotency_key: 'back' });
    expect([201, 202]).toContain(recall.status);
    const status = () => ask(`${url}/v1/payments/${json.id}`, 'GET').then((answer) => answer.json.status);
    await expect.poll(status, { timeout: 20_000 }).toBe('refunded');
  });
});
