import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWsdl } from '../../src/wsdl/load-wsdl.ts';
import type { Wsdl } from '../../src/wsdl/wsdl.ts';
import { bankSchema, bankWsdl } from './bank.ts';

/** The WSDL of the bank, loaded from a folder that is gone again. */
export async function loadBank(): Promise<Wsdl> {
  const folder = await mkdtemp(join(tmpdir(), 'bank-'));
  try {
    await writeFile(join(folder, 'bank.xsd'), bankSchema);
    await writeFile(join(folder, 'bank.wsdl'), bankWsdl('bank.xsd'));
    return await loadWsdl(join(folder, 'bank.wsdl'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
