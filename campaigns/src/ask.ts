import { apiKey } from './gateway-process.ts';
import type { Answer, Order } from './order.ts';

const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };

/** Asks a gateway for what the order says, and notes the answer. `undefined`: nothing came back. */
export async function ask(url: string, order: Order): Promise<Answer | undefined> {
  const askedAtMs = performance.now();
  try {
    const response = await fetch(`${url}${order.path}`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': `"${order.key}"` },
      body: JSON.stringify(order.body),
      signal: AbortSignal.timeout(10_000),
    });
    const json: unknown = await response.json();
    const { status } = response;
    const answer = {
      askedAtMs,
      answeredAtMs: performance.now(),
      status,
      paymentId: idIn(json),
      code: textIn(json, 'code'),
    };
    order.answers.push(answer);
    return answer;
  } catch {
    return undefined;
  }
}

/** Reads something of the gateway. `undefined`: there is none. @throws Error: the gateway does not answer */
export async function read(url: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}${path}`, { headers, signal: AbortSignal.timeout(10_000) });
  const json: unknown = await response.json();
  if (response.status === 404) return undefined;
  if (response.status !== 200) throw new Error(`${path} is answered with ${response.status}`);
  return json;
}

/** The payment's id: of a payment, of an operation on it, or of a problem with it. */
function idIn(json: unknown): string | undefined {
  const id = textIn(json, 'payment_id') ?? textIn(memberOf(json, 'payment'), 'id') ?? textIn(json, 'id');
  return id?.startsWith('pay_') ? id : undefined;
}

/** A text of a JSON object. */
export function textIn(json: unknown, name: string): string | undefined {
  const value = memberOf(json, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function memberOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
}
