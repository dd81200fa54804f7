import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { NotificationMessage, VerifiedMessage } from '@polyrail/core/provider';
import { afterEach, describe, expect, it, vi } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The ```ts blocks of a page, each as it stands. */
function blocks(page: string): string[] {
  return [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
}

afterEach(() => vi.restoreAllMocks());

describe('the pages show only snippets that are compiled and run here', () => {
  const snippets = readdirSync(new URL('docs/snippets/', root)).map((name) => read(`docs/snippets/${name}`));
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...guide()];
  it.each(pages)('%s', (page) => {
    for (const block of blocks(read(page))) expect(snippets.some((snippet) => snippet.includes(block))).toBe(true);
  });
  it('and README shows at least the first payment', () => {
    expect(blocks(read('README.md'))).toContain(read('docs/snippets/one-payment.ts'));
  });
});

function guide(): string[] {
  return readdirSync(new URL('docs/guide/', root)).map((name) => `docs/guide/${name}`);
}

describe('the snippets do what their comments say', () => {
  it('one payment', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../snippets/one-payment.ts');
    expect(log.mock.calls).toEqual([['succeeded', 'succeeded', 1]]);
  });
  it('host container', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../snippets/host-container.ts');
    expect(log.mock.calls).toEqual([['insufficient_funds', 'later']]);
  });
  it('webhooks', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../snippets/webhooks.ts');
    expect(log.mock.calls).toEqual([['payment.succeeded']]);
  });
  it('notifications', async () => {
    const { Secret } = await import('@polyrail/core');
    const { acmeNotifications } = await import('../snippets/notifications.ts');
    const { verifier, read } = acmeNotifications(new Secret('a secret'));
    const charge = { id: 'ch_1', merchant_reference: 'key', amount: 500, currency: 'EUR' };
    const events = [
      { id: 'e1', type: 'charge.paid', charge },
      { id: 'e2', type: 'charge.disputed', charge },
      { id: 'e3', type: 'payout.paid' },
      { type: 'charge.paid', charge },
    ];
    const body = Buffer.from(JSON.stringify({ events }));
    const signature = createHmac('sha256', 'a secret').update(body).digest('hex');
    const message = { headers: { 'webhook-signature': signature }, body };
    expect(verifier.verify(message, 0)).toEqual({ kind: 'verified', secretId: '2026-03' });
    const subject = { by: 'provider_key', value: 'key' };
    const amount = { minorUnits: 500n, currency: 'EUR' };
    const items = read(message as NotificationMessage as VerifiedMessage);
    expect(items?.map((one) => (typeof one === 'function' ? one() : one))).toEqual([
      {
        eventId: 'e1',
        type: 'charge.paid',
        subject,
        decoded: { kind: 'succeeded', value: { providerReference: 'ch_1', amount } },
      },
      { eventId: 'e2', type: 'charge.disputed', subject },
      { eventId: 'e3', type: 'payout.paid' },
      { eventId: expect.stringMatching(/^[0-9a-f]{64}$/), type: 'charge.paid', quarantined: 'it has no id' },
    ]);
  });
  it('authentication', async () => {
    const { RotatingTls } = await import('@polyrail/http');
    const { Secret } = await import('@polyrail/core');
    const { bankTransport } = await import('../snippets/authentication.ts');
    const transport = bankTransport(new RotatingTls({}), () => new Secret('no key'));
    const delivery = await transport.send({ method: 'GET', path: '/x' }, { timeoutMs: 5_000 });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'credentials_unavailable' } });
    const { worldline } = await import('../snippets/hmac-scheme.ts');
    expect(worldline.describe()).toMatchObject({ kind: 'hmac', keyId: 'key 1' });
  });
  it('REST provider', async () => {
    const { Secret } = await import('@polyrail/core');
    const { acme } = await import('../snippets/rest-provider.ts');
    expect(acme({ apiKey: new Secret('key') }).operations.charge).toBeDefined();
  });
  it('GraphQL provider', async () => {
    const { Secret } = await import('@polyrail/core');
    const { acmeGraphql } = await import('../snippets/graphql-provider.ts');
    expect(acmeGraphql({ apiKey: new Secret('key') }).operations.charge).toBeDefined();
  });
  it('ISO 20022 provider', async () => {
    const { keyRing, memoryMessages } = await import('@polyrail/adapter-iso20022');
    const { generateKeyPairSync } = await import('node:crypto');
    const { acmeInstant } = await import('../snippets/iso20022-provider.ts');
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const algorithm = 'ecdsa-p256-sha256';
    const provider = acmeInstant({
      transport: memoryMessages(() => ({ phase: 'answered', response: { kind: 'accepted' } })),
      key: { name: 'acme', algorithm, key: privateKey },
      keys: keyRing([{ id: 'network', algorithm, key: publicKey }]),
    });
    expect(Object.keys(provider.operations)).toContain('transfer');
  });
});
