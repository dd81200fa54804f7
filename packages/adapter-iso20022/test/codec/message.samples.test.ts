import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { canonicalize, type ParsedElement, readXml } from '@polyrail/xml';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { messageIdOf } from '../../src/model/message-id.ts';
import { canonicalByLibxml2 } from '../support/canonical-by-libxml2.ts';

const samples = new URL('../../../../../shared/data/iso20022/samples/', import.meta.url);
const files = existsSync(samples)
  ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'))
  : [];

const namespaces = 'urn:iso:std:iso:20022:tech:xsd:';

/** Versions of samples for which there is no schema. */
const notShipped = ['camt.052.001.01', 'camt.052.001.04', 'camt.052.001.06', 'camt.053.001.03'];

/** Wrong on purpose. */
const wrong = new Map([['camt053.v2.wrong.xml', 'element_missing']]);

/** The messages of a file: its root, or what an envelope holds. */
function messagesIn(element: ParsedElement): readonly ParsedElement[] {
  if (element.namespace.startsWith(namespaces)) return [element];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : messagesIn(child)));
}

describe.skipIf(files.length === 0)('the samples that are beside the project', () => {
  it.each(files)('%s is read, written in its canonical form, and read the same again', (file) => {
    const document = readXml(readFileSync(new URL(file, samples)), { instructions: 'ignored' });
    if (document.kind === 'refused') throw new Error(document.issue.code);
    for (const element of messagesIn(document.document.root)) {
      const id = messageIdOf(element.namespace);
      if (id === undefined) {
        expect(notShipped).toContain(element.namespace.slice(namespaces.length));
        continue;
      }
      const reading = message(id).read(canonicalize(element));
      const known = wrong.get(file.replace(/.*[\\/]/, ''));
      if (known === undefined) expect(reading.kind).toBe('read');
      else expect(reading).toMatchObject({ issues: [{ code: known }] });
      if (reading.kind === 'refused') continue;
      const written = message(id).write(reading.value);
      if (written.kind === 'refused') throw new Error(JSON.stringify(written.issues));
      expect(message(id).read(written.xml)).toEqual(reading);
      expect(written.xml).toBe(canonicalize(withoutLayout(element)));
      expect(canonicalByLibxml2(written.xml)).toBe(written.xml);
    }
  });
});

/** The element as the writer writes it: by default namespace, without white space between elements, numbers as they mean. */
function withoutLayout(element: ParsedElement): ParsedElement {
  const children = element.children
    .filter((child) => typeof child !== 'string' || !/^\s*\n\s*$/.test(child))
    .map((child) => (typeof child === 'string' ? child : withoutLayout(child)));
  const attributes = element.attributes.filter(({ prefix }) => prefix === '');
  return { ...element, prefix: '', attributes, declarations: [], children };
}
