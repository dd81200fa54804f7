import { createServer } from 'node:https';
import { createGateway, Secret } from '@polyrail/core';
import { sandboxGraphql } from '@polyrail/provider-sandbox-graphql';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { loadSandboxSoap } from '@polyrail/provider-sandbox-soap';
import { type Authority, createAuthority } from '@polyrail/testkit/certificate-authority';
import { beforeAll, expect, it } from 'vitest';
import { TlsServer } from '../../src/access/tls-server.ts';
import { CertificateEnds, certificateListener } from '../../src/watch/certificate-ends.ts';
import { hostMetrics } from '../../src/watch/metrics.ts';

const dayMs = 86_400_000;
const gateway = createGateway({ providers: [] });

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority('test');
});

/** What the metrics say of the ends of certificates, in days from now. */
async function shown(ends: CertificateEnds): Promise<Record<string, number>> {
  const text = await hostMetrics(gateway, ends).registry.metrics();
  const lines = text.matchAll(/^polyrail_certificate_not_after_seconds\{role="(\w+)",origin="(.*)"\} (\S+)$/gm);
  return Object.fromEntries(
    [...lines].map(([, role, origin, seconds]) => [
      `${role} ${origin}`,
      Math.round((Number(seconds) * 1_000 - Date.now()) / dayMs),
    ]),
  );
}

it('the metrics show when the certificate of the door ends, and that of the one after it', async () => {
  const ends = new CertificateEnds();
  const settingsFor = async (days: number) => {
    const { cert, key } = await authority.issue('127.0.0.1', { validDays: days });
    return { certificate: new Secret(`${cert}\n${authority.ca}`), key: new Secret(key) };
  };
  expect(await shown(ends)).toEqual({});
  const door = new TlsServer(await settingsFor(3), ends);
  expect(await shown(ends)).toEqual({ 'door ': 3 });
  door.renew(await settingsFor(90));
  expect(await shown(ends)).toEqual({ 'door ': 90 });
});

it('the log warns of one that ends soon, and of no other', () => {
  const warnings: object[] = [];
  const listener = certificateListener(new CertificateEnds(), { warn: (facts: object) => void warnings.push(facts) });
  for (const daysLeft of [300, 31, 30, -1])
    listener({ role: 'server', origin: 'https://psp.example', expiresAt: 0, daysLeft });
  expect(warnings).toMatchObject([{ days_left: 30 }, { days_left: -1 }]);
});

it('providers of each protocol tell of the certificates of their counterparty', async () => {
  const { cert, key } = await authority.issue('127.0.0.1', { validDays: 20 });
  const server = createServer({ cert, key }, (_, answer) => answer.writeHead(503).end());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const apiKey = new Secret('sk_test');
  for (const make of [sandboxRest, sandboxGraphql, await loadSandboxSoap()]) {
    const ends = new CertificateEnds();
    const onCertificate = certificateListener(ends, { warn: () => undefined });
    const { transport, inquiry } = make({ origin, apiKey }, { tls: { ca: authority.ca, onCertificate } });
    expect(inquiry).toBeDefined();
    const request = { method: 'GET', path: '/' } as const;
    await Reflect.apply(transport.send, transport, [request, { timeoutMs: 5_000 }]).catch(() => undefined);
    await transport.close();
    expect(await shown(ends), String(make)).toEqual({ [`server ${origin}`]: 20 });
  }
  server.close();
});
