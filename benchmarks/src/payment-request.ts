/** The API key that every client sends. */
export const apiKey = 'sk_test_51BenchmarkBenchmarkBenchmark';

/** The path that every client posts to. */
export const paymentPath = '/v1/payment_intents';

/** One payment as the clients that do not write it themselves send it. */
export interface PaymentRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly reference: string;
  readonly idempotencyKey: string;
}

/** What the server's answer is read for. */
interface PaymentAnswer {
  readonly status?: unknown;
  readonly amount?: unknown;
  readonly metadata?: { readonly reference?: unknown };
}

let count = 0;

/** The next payment: a reference and a key of its own, of the same length as those of the gateway. */
export function nextPayment(): PaymentRequest {
  count += 1;
  const reference = String(count).padStart(32, '0');
  const idempotencyKey = reference;
  const body = `amount=5000&currency=usd&payment_method=pm_card_visa&confirm=true&metadata%5Breference%5D=${reference}`;
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${apiKey}`,
    'content-length': String(body.length),
    'content-type': 'application/x-www-form-urlencoded',
    'idempotency-key': idempotencyKey,
  };
  return { body, headers, reference, idempotencyKey };
}

/** @throws Error unless the answer is about this payment and it succeeded */
export function requirePaid(answer: unknown, reference: string): void {
  const { status, amount, metadata } = answer as PaymentAnswer;
  if (status !== 'succeeded' || amount !== 5000 || metadata?.reference !== reference)
    throw new Error('the answer is not about this payment');
}
