import { sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Clock, NotificationMessage } from '@polyrail/core/provider';
import { systemClock } from '@polyrail/core/provider';
import { createHttpClient } from '@polyrail/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paypalCertificates, paypalVerifier } from '../src/index.ts';
import { issueCertificate } from './support/paypal-authority.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { nowMs } from './support/specimen.ts';

const root = await issueCertificate({ name: 'Root', authority: true });
const leaf = await issueCertificate({ name: 'messageverificationcerts.paypal.com', issuer: root });
const certUrl = (id: string) => `https://api.paypal.com/v1/notifications/certs/${id}`;

function notification(url: string): NotificationMessage {
  const body = Buffer.from('{"id":"WH-1"}');
  const time = new Date(nowMs).toISOString();
  const content = Buffer.from(`id-1|${time}|WH-ID|${crc32(body)}`);
  return {
    body,
    headers: {
      'paypal-auth-algo': 'SHA256withRSA',
      'paypal-cert-url': url,
      'paypal-transmission-id': 'id-1',
      'paypal-transmission-time': time,
      'paypal-transmission-sig': sign('sha256', content, leaf.privateKey).toString('base64'),
    },
  };
}

let paypal: Receiver;
beforeEach(async () => {
  paypal = await startReceiver();
  paypal.answer = (response) => void response.writeHead(200).end(leaf.pem);
});
afterEach(() => paypal[Symbol.asyncDispose]());

function bench() {
  const time = { nowMs };
  const clock: Clock = { now: () => time.nowMs, schedule: systemClock.schedule };
  const limits = { maxResponseBytes: 65_536 };
  const client = createHttpClient({ origin: paypal.origin, limits });
  const certificates = paypalCertificates({ environment: 'live', client, clock });
  return { time, ...certificates };
}

describe('paypalCertificates', () => {
  it('fetches what a notification names, once, and the notification is believed', async () => {
    const { certificates, prepare } = bench();
    const verifier = paypalVerifier({ environment: 'live', webhookId: 'WH-ID', roots: [root.pem], certificates });
    const message = notification(certUrl('CERT-1'));
    expect(verifier.verify(message, nowMs)).toEqual({ kind: 'refused', reason: 'certificate_refused' });
    await Promise.all([prepare(message), prepare(message)]);
    expect(verifier.verify(message, nowMs)).toEqual({ kind: 'verified', secretId: 'CERT-1' });
    await prepare(message);
    expect(paypal.received.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/v1/notifications/certs/CERT-1'],
    ]);
  });

  it.each([
    ['another host', 'https://evil.example/v1/notifications/certs/CERT-1'],
    ['the other environment', 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1'],
    ['another path', 'https://api.paypal.com/v1/notifications/certs/../../oauth2/token'],
    ['plain http', 'http://api.paypal.com/v1/notifications/certs/CERT-1'],
  ])('never asks %s', async (_, url) => {
    const { prepare, certificates } = bench();
    await prepare(notification(url));
    expect(paypal.received).toEqual([]);
    expect(certificates(url)).toBeUndefined();
  });

  it('keeps nothing that is no certificate, and does not ask again at once', async () => {
    const { prepare, certificates, time } = bench();
    const answers = [
      [404, leaf.pem],
      [200, 'no certificate'],
      [200, leaf.pem + ' '.repeat(70_000)],
      [302, leaf.pem],
    ] as const;
    for (const [index, [status, text]] of answers.entries()) {
      paypal.answer = (response) => void response.writeHead(status, { location: '/elsewhere' }).end(text);
      const url = certUrl(`CERT-${index}`);
      await prepare(notification(url));
      await prepare(notification(url));
      expect(certificates(url), text.slice(0, 20)).toBeUndefined();
      expect(paypal.received).toHaveLength(index + 1);
    }
    paypal.answer = (response) => void response.writeHead(200).end(leaf.pem);
    time.nowMs += 30_000;
    await prepare(notification(certUrl('CERT-0')));
    expect(certificates(certUrl('CERT-0'))).toBe(leaf.pem);
    time.nowMs -= 3_600_000;
    await prepare(notification(certUrl('CERT-1')));
    expect(certificates(certUrl('CERT-1'))).toBe(leaf.pem);
  });

  it('asks for few at once, whatever forgers name', async () => {
    const { prepare } = bench();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    paypal.answer = (response) => void released.then(() => response.writeHead(404).end());
    const asked = Array.from({ length: 50 }, (_, at) => prepare(notification(certUrl(`FORGED-${at}`))));
    await expect.poll(() => paypal.received.length).toBe(4);
    release();
    await Promise.all(asked);
    expect(paypal.received).toHaveLength(4);
  });

  it('keeps a bounded number', async () => {
    const { prepare, certificates } = bench();
    for (let made = 0; made < 17; made += 1) await prepare(notification(certUrl(`CERT-${made}`)));
    expect(certificates(certUrl('CERT-0'))).toBeUndefined();
    expect(certificates(certUrl('CERT-16'))).toBe(leaf.pem);
  });
});
