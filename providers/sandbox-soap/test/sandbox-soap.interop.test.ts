import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSandbox } from '@polyrail/sandbox';
import { createAuthority } from '@polyrail/testkit/certificate-authority';
import { describe, expect, it } from 'vitest';

const python = '/usr/bin/python3';
const hasZeep = process.env['INTEROP'] === 'required' || spawnSync(python, ['-c', 'import zeep, xmlsec']).status === 0;

// zeep is what npm test need not have: npm run interop installs it.
describe.skipIf(!hasZeep)('python3-zeep as a client of the sandbox', () => {
  it('reads its WSDL, is verified, and verifies its answers, over mutual TLS', async () => {
    const authority = await createAuthority('authority');
    const server = await authority.issue('127.0.0.1');
    const client = await authority.issue('client', { rsaBits: 2_048 });
    const merchant = await authority.issue('merchant', { rsaBits: 2_048 });
    const bank = await authority.issue('bank', { rsaBits: 2_048 });
    const folder = await mkdtemp(join(tmpdir(), 'zeep-'));
    await writeFile(join(folder, 'ca.pem'), authority.ca);
    for (const [name, { cert, key }] of Object.entries({ client, merchant, bank })) {
      await writeFile(join(folder, `${name}-cert.pem`), cert);
      await writeFile(join(folder, `${name}-key.pem`), key);
    }
    const soapSecurity = { callers: [merchant.cert], users: { merchant_1: 'a < password' }, signer: bank };
    const sandbox = await startSandbox({ seed: 1, tls: { ...server, clientCa: authority.ca }, soapSecurity });
    try {
      const script = fileURLToPath(new URL('zeep-client.py', import.meta.url));
      const { stdout } = await promisify(execFile)(python, [script, sandbox.url, folder]);
      const answers = stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(answers).toEqual([
        { status: 'ACCEPTED', code: '00', amount: '9007199254740993' },
        { status: 'DECLINED', code: '51', amount: '5051' },
        { status: 'ACCEPTED', code: '00', amount: '5000' },
        { fault: 'wsse:FailedCheck' },
      ]);
      expect(sandbox.book.movements().map(({ kind, amount }) => [kind, amount])).toEqual([
        ['charge', 9007199254740993n],
        ['refund', 5000n],
      ]);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true });
    }
  });
});
