import { createGateway, money, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { startSandbox } from '@polyrail/sandbox';
import { expect, it } from 'vitest';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';
import { buildServer } from '../../src/server.ts';

it('tells of which payment an event contradicts what is known', async () => {
  const sandbox = await startSandbox({ apiKeys: ['sk_test_sandbox'] });
  const base = sandboxRest({ origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') });
  const provider = {
    ...base,
    notifications: {
      verifier: { verify: () => ({ kind: 'verified', secretId: 'any' }) as const },
      read: ({ body }: { readonly body: Uint8Array }) => [
        {
          eventId: 'evt_1',
          type: 'charge.declined',
          subject: { by: 'provider_reference', value: Buffer.from(body).toString() } as const,
          decoded: { kind: 'declined', reason: 'do_not_honour' } as const,
        },
      ],
    },
  };
  const gateway = createGateway({ providers: [provider] });
  const operatorKeys = new KeyRing([apiKey('operator', new Secret('sk_test_operator'))]);
  const app = await buildServer({ gateway, apiKeys: new KeyRing([]), operatorKeys });
  const source = { type: 'token', token: 'tok_visa' } as const;
  const command = { amount: money(500n, 'EUR'), source, reference: 'order 17', idempotencyKey: 'k1' };
  const { payment } = await gateway.charge(command);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  await fetch(`${url}/v1/webhooks/sandbox-rest`, { method: 'POST', body: payment?.providerReference ?? '' });
  await gateway.drain();
  const headers = { authorization: 'Bearer sk_test_operator' };
  const answer = await fetch(`${url}/v1/dead-letters`, { headers });
  expect(await answer.json()).toMatchObject({
    dead_letters: [{ id: 'notification:sandbox-rest:evt_1', kind: 'notification', payment_id: payment?.id }],
  });
  await app.close();
  await gateway.close();
  await sandbox.close();
});
