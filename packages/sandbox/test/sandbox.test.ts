import { afterEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../src/index.ts';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

it('takes a charge over HTTP', async () => {
  sandbox = await startSandbox({ seed: 1 });
  const response = await fetch(`${sandbox.url}/v1/charges`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/json', 'idempotency-key': 'k1' },
    body: JSON.stringify({ amount: 5000, currency: 'USD', source: { token: 'tok_1' }, client_reference: 'c1' }),
  });
  expect(response.status).toBe(201);
});
