import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyPair } from './signing-keys.ts';

/** Whether xmlsec1 (Debian: `npm run interop` installs it) is on the path, or has to be. */
export const hasXmlsec1: boolean =
  process.env['INTEROP'] === 'required' || spawnSync('xmlsec1', ['--version']).status === 0;

const ids = ['Id:Document', 'Id:Body', 'Id:Timestamp'];

/** Whether xmlsec1 believes the signature. `idAttributes` such as `wsu:Id` have to be named with their elements. */
export function xmlsec1Verifies(xml: string, { publicKey }: KeyPair, idElements: readonly string[] = ids): boolean {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(join(folder, 'message.xml'), xml);
    const args = ['--verify', '--pubkey-pem', 'key.pem', ...idOptions(idElements), 'message.xml'];
    return spawnSync('xmlsec1', args, { cwd: folder }).status === 0;
  });
}

/** Fills a template in which digests and signature are empty. */
export function xmlsec1Signs(template: string, { privateKey }: KeyPair, idElements: readonly string[] = ids): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'message.xml'), template);
    const args = ['--sign', '--privkey-pem', 'key.pem', ...idOptions(idElements), 'message.xml'];
    return execFileSync('xmlsec1', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  });
}

function idOptions(elements: readonly string[]): readonly string[] {
  return elements.flatMap((element) => {
    const [attribute, ...name] = element.split(':');
    return [`--id-attr:${attribute}`, name.join(':')];
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xmlsec1-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
