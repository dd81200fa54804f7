import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadWsdl } from '../../src/wsdl/load-wsdl.ts';
import type { Wsdl } from '../../src/wsdl/wsdl.ts';
import { bankSchema, bankWsdl } from './bank.ts';
import type { Credential } from './credential.ts';

const python = '/usr/bin/python3';

/** Whether python3-zeep with xmlsec is there, or has to be: `npm run interop` installs it. */
export const hasZeep: boolean =
  process.env['INTEROP'] === 'required' || spawnSync(python, ['-c', 'import zeep, xmlsec']).status === 0;

/** The bank as a process of another SOAP stack. */
export interface ZeepBank {
  readonly origin: string;
  readonly wsdl: Wsdl;
  close(): Promise<void>;
}

/** Starts zeep-bank.py. */
export async function startZeepBank(credentials: Readonly<Record<string, Credential>>): Promise<ZeepBank> {
  const folder = await mkdtemp(join(tmpdir(), 'zeep-'));
  await writeFile(join(folder, 'bank.xsd'), bankSchema);
  await writeFile(join(folder, 'bank.wsdl'), bankWsdl('bank.xsd'));
  for (const [name, { certificate, key }] of Object.entries(credentials)) {
    await writeFile(join(folder, `${name}-certificate.pem`), certificate);
    await writeFile(join(folder, `${name}-key.pem`), key.expose());
  }
  const script = fileURLToPath(new URL('zeep-bank.py', import.meta.url));
  const bank = spawn(python, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(bank, 'exit');
  const [port] = await Promise.race([
    once(createInterface(bank.stdout), 'line'),
    exit.then(() => Promise.reject(new Error('zeep-bank.py ended'))),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    wsdl: await loadWsdl(join(folder, 'bank.wsdl')),
    async close() {
      bank.stdin.end();
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}
