import { once } from 'node:events';
import { connect } from 'node:tls';
import { expect, it } from 'vitest';
import { openUntrustedPort } from '../../src/broken-port/untrusted-port.ts';

it('speaks TLS with a certificate that is well formed and that nobody trusts', async () => {
  const untrusted = await openUntrustedPort();
  const refused = connect(untrusted.port, '127.0.0.1');
  const [error] = await once(refused, 'error').catch((cause: unknown) => [cause]);
  expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const trusting = connect({ port: untrusted.port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(trusting, 'secureConnect');
  expect(trusting.getPeerCertificate().subject.CN).toBe('untrusted');
  trusting.destroy();
  await untrusted.close();
});
