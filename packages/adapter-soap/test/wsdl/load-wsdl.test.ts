import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeElement } from '../../src/write-element.ts';
import { loadWsdl } from '../../src/wsdl/load-wsdl.ts';
import { bankSchema, bankWsdl } from '../support/bank.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wsdl-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, wsdl: string, schema = bankSchema): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  await writeFile(join(place, 'bank.xsd'), schema);
  await writeFile(join(place, 'bank.wsdl'), wsdl);
  return join(place, 'bank.wsdl');
}

describe('a WSDL', () => {
  it('is loaded once for ten loads at the same time', async () => {
    const file = await written('once', bankWsdl('bank.xsd'));
    const loads = await Promise.all(Array.from({ length: 10 }, () => loadWsdl(file)));
    expect(new Set(loads).size).toBe(1);
  });

  it.each([
    ['an address', 'http://127.0.0.1:9/bank.xsd', /only files beside it are read/],
    ['an address in capitals', 'HTTPS://127.0.0.1:9/bank.xsd', /only files beside it are read/],
    ['a file URL', 'file:///etc/hostname', /only files beside it are read/],
    ['a file elsewhere', '/etc/hostname', /outside its folder/],
    ['a file above', '../../../../../../etc/hostname', /outside its folder/],
    ['no file', 'absent.xsd', /no such file/],
  ])('imports no schema from %s', async (name, location, message) => {
    const file = await written(`import-${name.replaceAll(' ', '-')}`, bankWsdl(location));
    await expect(loadWsdl(file)).rejects.toThrow(message);
  });

  it('is not fetched over the network', async () => {
    await expect(loadWsdl('http://127.0.0.1:9/bank.wsdl')).rejects.toThrow(/never fetched/);
    await expect(loadWsdl(new URL('https://127.0.0.1:9/bank.wsdl'))).rejects.toThrow(/never fetched/);
  });

  it('names an operation that it lacks, RPC style and SOAP encoding', async () => {
    const wsdl = await loadWsdl(await written('lacks', bankWsdl('bank.xsd')));
    expect(() => wsdl.operation('quantum')).toThrow(/has no operation quantum/);
    const rpc = await loadWsdl(await written('rpc', bankWsdl('bank.xsd').replaceAll('"document"', '"rpc"')));
    expect(() => rpc.operation('pay')).toThrow(/only document style/);
    const encoded = await loadWsdl(await written('encoded', bankWsdl('bank.xsd').replaceAll('"literal"', '"encoded"')));
    expect(() => encoded.operation('pay')).toThrow(/only literal use/);
  });

  it('says whether it asks for WS-Addressing', async () => {
    const plain = await loadWsdl(await written('plain', bankWsdl('bank.xsd')));
    const asking = bankWsdl('bank.xsd').replace(
      '<soap:binding',
      '<wsaw:UsingAddressing xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl"/><soap:binding',
    );
    const addressed = await loadWsdl(await written('addressed', asking));
    expect(plain.operation('pay').addressing).toBe(false);
    expect(addressed.operation('pay').addressing).toBe(true);
  });

  it('may refer to its own types', async () => {
    const wsdl = await loadWsdl(await written('recursive', bankWsdl('bank.xsd')));
    const { input } = wsdl.operation('pay');
    const nested = {
      amount: '1',
      currency: 'EUR',
      '@run': 'true',
      parent: { '@run': 'true', amount: '2', currency: 'EUR' },
    };
    expect(writeElement(input, nested)).toContain('<n0:parent run="true"><n0:amount>2</n0:amount>');
  });
});

const official = fileURLToPath(
  new URL('../../../../../shared/data/soap/CyberSourceTransaction_1.224.wsdl', import.meta.url),
);

describe.skipIf(!existsSync(official))('the official WSDL of CyberSource', () => {
  it('is read whole', async () => {
    const { input, output, soapAction } = (await loadWsdl(official)).operation('runTransaction');
    expect(soapAction).toBe('runTransaction');
    expect(input.type.children.length).toBeGreaterThan(200);
    expect(output.type.childrenByName.get('reasonCode')?.required).toBe(true);
  });
});
