import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, memoryLedger, money } from '@polyrail/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { loadCybersource } from '../src/index.ts';
import { requests } from './bench.ts';
import { certificate, signingKey } from './merchant.ts';

const received: string[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push(Buffer.concat(chunks).toString());
    response.socket?.destroy();
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

it('signs the Body of what it sends, and never sends it again', async () => {
  const { port } = server.address() as AddressInfo;
  const cybersource = await loadCybersource();
  const provider = cybersource({ merchantId: 'merchant_1', signingKey, origin: `http://127.0.0.1:${port}` });
  const gateway = createGateway({ providers: [provider], ledger: memoryLedger() });
  const { outcome } = await gateway.charge({
    idempotencyKey: 'order-1',
    amount: money(5_000n, 'EUR'),
    reference: 'order-1',
    source: { type: 'token', token: '9903000165884641' },
  });
  await gateway.close();
  expect(outcome).toMatchObject({ kind: 'unknown', ticket: { by: 'reversal' } });
  expect(received).toHaveLength(1);
  const [text = ''] = received;
  const verifier = new SignedXml({
    publicCert: certificate,
    getCertFromKeyInfo: () => null,
    idMode: 'wssecurity',
  });
  verifier.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(text)?.[0] ?? '');
  expect(verifier.checkSignature(text)).toBe(true);
  expect(verifier.getSignedReferences().join()).toContain('<n0:grandTotalAmount>50.00<');
  expect(text).not.toContain('Timestamp');
});

it('has one request for each verb', () => {
  expect(Object.values(requests).every((request) => request?.headers?.['soapaction'] === '"runTransaction"')).toBe(
    true,
  );
});
