import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBench, us } from './support/bench.ts';
import { UETR } from './support/documents.ts';
import { textOf } from './support/read-answer.ts';

const schemas = new URL('../../../../../shared/data/iso20022/xsd/', import.meta.url);
const rails = ['fednow', 'sct-inst'] as const;
const validators = new Map<string, XsdValidator>();
afterAll(() => {
  for (const validator of validators.values()) validator.dispose();
});

function validatorOf(definition: string): XsdValidator {
  const known = validators.get(definition);
  if (known) return known;
  const document = XmlDocument.fromString(readFileSync(new URL(`${definition}.xsd`, schemas), 'utf8'));
  const validator = XsdValidator.fromDoc(document);
  document.dispose();
  validators.set(definition, validator);
  return validator;
}

/** What libxml2 says against a part of a message; nothing where it is valid. */
function faultOf(text: string, definition: string): string {
  const document = XmlDocument.fromString(text);
  try {
    validatorOf(definition).validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

function faultsOf(xml: string): readonly string[] {
  const [header = ''] = /<AppHdr .*<\/AppHdr>/s.exec(xml) ?? [];
  const [document = ''] = /<Document .*<\/Document>/s.exec(xml) ?? [];
  const faults = [faultOf(header, 'head.001.001.02'), faultOf(document, textOf(xml, 'MsgDefIdr') ?? '')];
  return faults.filter((fault) => fault !== '');
}

/** Every kind of message that the network sends on a rail, each of its kinds of content once. */
async function everyMessage(rail: (typeof rails)[number]): Promise<readonly string[]> {
  const bench = await startBench({ iso20022: { rail, notifies: true } });
  const { sandbox } = bench;
  const currency = sandbox.iso20022.rail.currency;
  const sent: string[] = [];
  const post = async (answer: Promise<{ readonly body: string }>): Promise<void> => {
    const { body } = await answer;
    if (body !== '') sent.push(body);
  };
  await post(bench.pay('M1', { currency }));
  await post(bench.pay('M2', { currency, amount: '50.51', uetr: undefined }));
  await post(bench.pay('M3', { currency: 'XXX' }));
  await post(bench.pay('M1', { currency, amount: '1.00' }));
  await post(bench.pay('M4', { currency, amount: '50.68', uetr: undefined }));
  await post(bench.recall('C1', 'M1'));
  await post(bench.recall('C2', 'M1'));
  await post(bench.recall('C3', 'M9', '00000000-0000-4000-8000-000000000000'));
  await post(bench.request('A1', '50.00', currency));
  await post(bench.request('A2', '50.51', currency));
  const uetr = sandbox.iso20022.pay({ member: us.id, amount: 5000n, account: '42', remittance: 'Thanks & bye' });
  await post(bench.giveBack('R1', uetr, '50.00'));
  await post(bench.inquire('Q1', 'M1'));
  sandbox.clock.advance(25_000);
  await post(bench.inquire('Q2', 'M1'));
  await post(bench.inquire('Q3', 'M9', UETR));
  await post(bench.inquire('Q4', 'C1'));
  sent.push(...(await bench.waiting()));
  await sandbox.close();
  return sent;
}

describe.skipIf(!existsSync(schemas))('held against the official schemas, which lie beside the project', () => {
  const sent = new Map<string, readonly string[]>();
  beforeAll(async () => {
    for (const rail of rails) sent.set(rail, await everyMessage(rail));
  });

  it.each(rails)('every message of %s is valid', (rail) => {
    const messages = sent.get(rail) ?? [];
    expect(messages.map(faultsOf).filter((faults) => faults.length > 0)).toEqual([]);
    const definitions = new Set(messages.map((xml) => textOf(xml, 'MsgDefIdr')));
    expect([...definitions].sort()).toEqual([
      'admi.002.001.01',
      'camt.029.001.09',
      'camt.054.001.08',
      'pacs.002.001.10',
      rail === 'fednow' ? 'pacs.004.001.10' : 'pacs.004.001.09',
      'pacs.008.001.08',
      'pain.014.001.07',
    ]);
  });

  it('would show a message that is not', () => {
    const [first = ''] = sent.get('fednow') ?? [];
    expect(faultsOf(first.replace('<TxSts>ACSC', '<TxSts>ACSCX'))).toHaveLength(1);
    expect(faultsOf(first.replace('<BizMsgIdr>', '<BizMsgId>').replace('</BizMsgIdr>', '</BizMsgId>'))).toHaveLength(1);
  });
});
