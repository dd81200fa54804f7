import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SoapFields, writeElement } from '../../src/write-element.ts';
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

describe('a schema', () => {
  const pay = (type: string, attributes = '') =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:bank" targetNamespace="urn:bank"
      elementFormDefault="qualified"><xs:element xmlns:q1="urn:other" name="payResponse" type="xs:string"/>
      <xs:element name="pay"${attributes}>${type}</xs:element>
      <xs:complexType name="Base"><xs:sequence><xs:element name="id" type="xs:string"/></xs:sequence>
        <xs:attribute name="kind" use="required"/><xs:attribute name="old" use="required"/></xs:complexType>
      <xs:complexType name="Amount"><xs:simpleContent><xs:extension base="xs:decimal">
        <xs:attribute name="currency" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
      <xs:simpleType name="duration"><xs:restriction base="xs:string"/></xs:simpleType>
      <xs:attributeGroup name="More"><xs:attribute name="more" use="required"/></xs:attributeGroup></xs:schema>`;
  const complex = (content: string) => `<xs:complexType>${content}</xs:complexType>`;
  const sequence = (content: string) => complex(`<xs:sequence>${content}</xs:sequence>`);

  it.each<[string, string, string, SoapFields, string]>([
    ['leaves out what may be there no time at all', 'never', sequence('<xs:element name="a" maxOccurs="0"/>'), {}, '>'],
    [
      'declares prefixes where it likes',
      'prefixes',
      complex(`<xs:complexContent><xs:extension xmlns:q1="urn:bank" base="q1:Base"><xs:sequence>
        <xs:element name="a" type="q1:Amount"/></xs:sequence></xs:extension></xs:complexContent>`),
      { '@kind': '1', '@old': '2', id: '3', a: { '@currency': 'EUR', '#text': '4' } },
      ' kind="1" old="2"><n0:id>3</n0:id><n0:a currency="EUR">4</n0:a>',
    ],
    [
      'has types named like those of XSD',
      'names',
      sequence('<xs:element name="a" type="b:duration"/>'),
      { a: 'DAILY' },
      '><n0:a>DAILY</n0:a>',
    ],
    [
      'keeps the attributes of what it restricts, but for those that it prohibits',
      'restricts',
      complex(`<xs:complexContent><xs:restriction base="b:Base"><xs:sequence><xs:element name="id" type="xs:string"/>
        </xs:sequence><xs:attribute name="old" use="prohibited"/></xs:restriction></xs:complexContent>`),
      { '@kind': '1', id: '2' },
      ' kind="1"><n0:id>2</n0:id>',
    ],
    [
      'keeps the attributes of text that it restricts',
      'amounts',
      complex('<xs:simpleContent><xs:restriction base="b:Amount"/></xs:simpleContent>'),
      { '@currency': 'EUR', '#text': '1' },
      ' currency="EUR">1',
    ],
  ])('%s', async (_title, name, type, fields, content) => {
    const { input } = (await loadWsdl(await written(name, bankWsdl('bank.xsd'), pay(type)))).operation('pay');
    expect(writeElement(input, fields)).toBe(`<n0:pay xmlns:n0="urn:bank"${content}</n0:pay>`);
  });

  it.each([
    ['a group of attributes', complex('<xs:attributeGroup ref="b:More"/>'), /attributes of the group b:More/],
    [
      'a required attribute of elsewhere',
      complex('<xs:attribute ref="b:x" use="required"/>'),
      /requires the attribute b:x/,
    ],
    ['a type of no schema', sequence('<xs:element name="a" type="Absent"/>'), /neither its schema nor XSD has Absent/],
  ])('is refused by name for %s', async (name, type, message) => {
    const wsdl = await loadWsdl(await written(name.replaceAll(' ', '-'), bankWsdl('bank.xsd'), pay(type)));
    expect(() => wsdl.operation('pay')).toThrow(message);
  });

  it('is refused for a relative namespace, which no answer may have', async () => {
    const [wsdl, schema] = [bankWsdl('bank.xsd'), bankSchema].map((text) => text.replaceAll('"urn:bank"', '"bank/1"'));
    const loaded = await loadWsdl(await written('relative', wsdl ?? '', schema));
    expect(() => loaded.operation('pay')).toThrow(/namespace "bank\/1" is relative/);
  });

  it('that holds itself is refused by name', async () => {
    const itself = complex('<xs:complexContent><xs:extension base="b:Payment"/></xs:complexContent>');
    const schema = bankSchema.replace(/<xs:complexType name="Payment">.*?<\/xs:complexType>/s, () =>
      itself.replace('<xs:complexType>', '<xs:complexType name="Payment">'),
    );
    const file = await written('itself', bankWsdl('bank.xsd'), schema);
    await expect(loadWsdl(file)).rejects.toThrow(/contains itself/);
  });

  it('with a choice takes the elements of one branch', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(
      (name) => `<xs:element name="${name}" type="xs:string" minOccurs="0"/>`,
    );
    const type = `<xs:choice>${a}<xs:sequence>${b}${c}</xs:sequence></xs:choice>${d}`;
    const { input } = (await loadWsdl(await written('choice', bankWsdl('bank.xsd'), pay(sequence(type))))).operation(
      'pay',
    );
    expect(writeElement(input, { b: '1', c: '2', d: '3' })).toContain('<n0:b>1</n0:b><n0:c>2</n0:c><n0:d>3</n0:d>');
    expect(writeElement(input, { a: '1', b: undefined, d: '3' })).toContain('<n0:a>1</n0:a><n0:d>3</n0:d>');
    expect(() => writeElement(input, { a: '1', c: '2' })).toThrow(/pay takes one of a, b, c/);
  });

  it('with a choice whose branches share elements, or that repeats, takes any of them', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `<xs:element name="${name}" type="xs:string"/>`);
    const shared = `<xs:choice><xs:sequence>${a}${b}</xs:sequence><xs:sequence>${c}${a}</xs:sequence></xs:choice>`;
    const wsdl = await loadWsdl(await written('shared', bankWsdl('bank.xsd'), pay(sequence(shared))));
    expect(writeElement(wsdl.operation('pay').input, { c: '1', a: '2' })).toContain('<n0:c>1</n0:c>');
    const lists = [a, b].map((one) => one?.replace('/>', ' maxOccurs="9"/>')).join('');
    const repeated = sequence(`<xs:choice maxOccurs="unbounded">${lists}</xs:choice>`);
    const { input } = (await loadWsdl(await written('repeated', bankWsdl('bank.xsd'), pay(repeated)))).operation('pay');
    expect(writeElement(input, { a: ['1'], b: ['2'] })).toContain('<n0:a>1</n0:a><n0:b>2</n0:b>');
  });

  it('may refer to a group twice, at any number of levels', async () => {
    const group = (name: number, content: string) =>
      `<xs:group name="G${name}"><xs:sequence>${content}</xs:sequence></xs:group>`;
    const twice = (name: number) => group(name, `<xs:group ref="b:G${name + 1}"/>`.repeat(2));
    const groups = Array.from({ length: 60 }, (_, index) => twice(index)).join('');
    const last = group(60, '<xs:element name="a" type="xs:string"/>');
    const schema = pay(complex('<xs:group ref="b:G0"/>')).replace('</xs:schema>', `${groups}${last}</xs:schema>`);
    const { input } = (await loadWsdl(await written('levels', bankWsdl('bank.xsd'), schema))).operation('pay');
    expect(input.type.children.map(({ name }) => name)).toEqual(['a']);
  });

  it('may hold a group within elements of itself, and not in itself', async () => {
    const group = (content: string) =>
      pay(complex('<xs:group ref="b:G"/>')).replace(
        '</xs:schema>',
        `<xs:group name="G"><xs:sequence>${content}</xs:sequence></xs:group></xs:schema>`,
      );
    const inner = `<xs:element name="a" minOccurs="0">${complex('<xs:group ref="b:G"/>')}</xs:element>`;
    const { input } = (await loadWsdl(await written('inner', bankWsdl('bank.xsd'), group(inner)))).operation('pay');
    expect(writeElement(input, { a: { a: {} } })).toContain('<n0:a><n0:a></n0:a></n0:a>');
    const circle = await written('circle', bankWsdl('bank.xsd'), group('<xs:group ref="b:G" minOccurs="0"/>'));
    const wsdl = await loadWsdl(circle);
    expect(() => wsdl.operation('pay')).toThrow(/the group G contains itself/);
  });

  it('that is missing, and an operation without an answer, are said in words', async () => {
    const absent = bankWsdl('bank.xsd').replace(/<wsdl:types>.*<\/wsdl:types>/, '');
    await expect(loadWsdl(await written('no-schema', absent))).rejects.toThrow(/named and missing/);
    const oneWay = bankWsdl('bank.xsd').replace('<wsdl:output message="tns:payOut"/>', '');
    const wsdl = await loadWsdl(await written('one-way', oneWay));
    expect(() => wsdl.operation('pay')).toThrow(/one-way ones, are not supported/);
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
