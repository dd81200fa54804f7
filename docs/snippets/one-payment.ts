import { createGateway, money, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { startSandbox } from '@polyrail/sandbox';

const sandbox = await startSandbox();
const gateway = createGateway({
  providers: [sandboxRest({ origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') })],
});

const { outcome, payment } = await gateway.transfer({
  amount: money(5000n, 'USD'),
  from: { type: 'account', id: 'acc_123456' },
  to: { type: 'account', id: 'acc_789012' },
  reference: 'INV-2025-001',
  idempotencyKey: 'unique-uuid-here',
});

console.log(outcome.kind, payment?.status, sandbox.book.movements().length); // succeeded succeeded 1
await gateway.close();
await sandbox.close();
