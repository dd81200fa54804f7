import { once } from 'node:events';
import { createServer } from 'node:http';
import { createGateway, money, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { startSandbox } from '@polyrail/sandbox';
import { paypalCertificates, paypalVerifier, standardWebhooksVerifier, webhookSender } from '@polyrail/webhooks';

const secrets = [{ id: '2026-03', secret: new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') }];

const verifier = standardWebhooksVerifier(secrets);
const application = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { kind } = verifier.verify({ headers: request.headersDistinct, body }, Date.now());
  if (kind === 'verified') console.log(JSON.parse(body.toString()).type); // payment.succeeded
  response.writeHead(kind === 'verified' ? 204 : 401).end();
});

application.listen(0, '127.0.0.1');
await once(application, 'listening');
const address = application.address();
const port = typeof address === 'object' ? address?.port : undefined;
const sandbox = await startSandbox();

const endpoints = [{ id: 'shop', url: `http://127.0.0.1:${port}/hooks`, secrets }];
const gateway = createGateway({
  providers: [sandboxRest({ origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') })],
  outbox: { endpoints, send: webhookSender({ endpoints }) },
});
gateway.subscribe((event) => event.type === 'job_buried' && console.log('given up', event.job.id));

await gateway.charge({
  amount: money(500n, 'EUR'),
  source: { type: 'token', token: 'tok_visa' },
  reference: 'order 17',
  idempotencyKey: 'order-17/charge',
});
await gateway.drain(); // or gateway.start(), in a process that lives on
await gateway.close();
await sandbox.close();
application.close();

const { certificates, prepare } = paypalCertificates({ environment: 'live' });
export const paypalNotifications = {
  verifier: paypalVerifier({ environment: 'live', webhookId: 'WH-1', certificates }),
  prepare,
};
