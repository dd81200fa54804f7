import { readFile } from 'node:fs/promises';
import { startSandbox } from '@polyrail/sandbox';
import { expect, it } from 'vitest';

it('has the WSDL that the acquirer serves', async () => {
  const sandbox = await startSandbox();
  const served = await (await fetch(`${sandbox.url}/soap?wsdl`)).text();
  await sandbox.close();
  expect(await readFile(new URL('../wsdl/acquirer.wsdl', import.meta.url), 'utf8')).toBe(served);
});
