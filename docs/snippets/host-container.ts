import { type Gateway, gatewayToken, money, registerGateway, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { startSandbox } from '@polyrail/sandbox';
import { Container } from 'inversify';

const sandbox = await startSandbox();
const container = new Container();
await registerGateway(container, {
  providers: [sandboxRest({ origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') })],
  policy: { attemptTimeoutMs: 5_000, deadlineMs: 15_000 },
});

const gateway = container.get<Gateway>(gatewayToken);
const { outcome } = await gateway.charge({
  amount: money(1251n, 'EUR'),
  source: { type: 'token', token: 'tok_visa' },
  reference: 'order 17',
  idempotencyKey: 'order-17/charge',
});

switch (outcome.kind) {
  case 'declined':
    console.log(outcome.reason, outcome.advice); // insufficient_funds later
    break;
  case 'unknown':
    console.log('it is being settled', outcome.ticket.by);
    break;
  default:
    console.log(outcome.kind);
}
await container.unbindAllAsync();
await sandbox.close();
