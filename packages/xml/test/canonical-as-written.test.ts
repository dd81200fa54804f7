import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAsWritten, elementAsWritten } from '../src/canonical-as-written.ts';
import { type CanonicalMethod, canonicalize } from '../src/canonicalize.ts';
import { readXml } from '../src/read-xml.ts';
import type { ParsedElement } from '../src/xml-element.ts';
import { edit } from './support/edit.ts';
import { mustRead } from './support/must-read.ts';
import { randomXml } from './support/random-xml.ts';

const methods = ['exclusive', 'c14n10', 'c14n11'] as const;
const written = (source: string, method: CanonicalMethod = 'exclusive'): string | undefined =>
  canonicalAsWritten(mustRead(source), method);

function elementsIn(root: ParsedElement): readonly ParsedElement[] {
  const found: ParsedElement[] = [root];
  for (const element of found) for (const child of element.children) if (isElement(child)) found.push(child);
  return found;
}

/** Some element below the root. */
function below(root: ParsedElement, choice: number): ParsedElement | undefined {
  const [, ...found] = elementsIn(root);
  return found[choice % found.length];
}

describe('a document that is written in canonical form', () => {
  it.each(methods)('is cut out as it is: %s', (method) => {
    fc.assert(
      fc.property(randomXml, (source) => {
        const canonical = canonicalize(mustRead(source).root, { method });
        expect(written(canonical, method)).toBe(canonical);
        expect(written(`<?xml version="1.0"?>\n${canonical}\n`, method)).toBe(canonical);
      }),
      { seed: 20_022, numRuns: 200 },
    );
  });

  it('never comes out otherwise than as its canonical form, whatever was edited, with an element or without', () => {
    const counts = { cut: 0, made: 0 };
    const prefixes = fc.subarray(['', 'a', 'b', 'late']);
    const written = fc.tuple(randomXml, fc.constantFrom(...methods)).map(([source, method]) => {
      return canonicalize(mustRead(source).root, { method });
    });
    fc.assert(
      fc.property(written, fc.array(edit, { maxLength: 3 }), fc.nat(), prefixes, (source, list, choice, prefixList) => {
        const reading = readXml(list.reduce((text, change) => change(text), source));
        if (reading.kind === 'refused') return;
        const { document } = reading;
        for (const without of [undefined, below(document.root, choice)])
          for (const method of methods) {
            const cut = canonicalAsWritten(document, method, without);
            counts[cut === undefined ? 'made' : 'cut'] += 1;
            const inclusivePrefixes = method === 'exclusive' ? prefixList : [];
            if (cut !== undefined)
              expect(cut).toBe(canonicalize(document.root, { method, inclusivePrefixes, ...(without && { without }) }));
          }
      }),
      { seed: 20_022, numRuns: 3_000 },
    );
    expect(Math.min(counts.cut, counts.made)).toBeGreaterThan(2_000);
  });
});

describe('what has to be made', () => {
  it.each([
    ['a tag that closes itself', '<a/>'],
    ['white space in a start tag', '<a ></a>'],
    ['white space in an end tag', '<a></a >'],
    ['other quotes', `<a b='1'></a>`],
    ['attributes in another order', '<a c="1" b="2"></a>'],
    ['a namespace twice', '<a xmlns="urn:a"><b xmlns="urn:a"></b></a>'],
    ['no namespace where there was none', '<a xmlns=""></a>'],
    ['namespaces in another order', '<b:a xmlns:c="urn:c" xmlns:b="urn:b" c:d=""></b:a>'],
    ['a greater-than sign', '<a>></a>'],
    ['a character reference', '<a>&#49;</a>'],
    ['another line end', '<a>\r\n</a>'],
    ['CDATA', '<a><![CDATA[1]]></a>'],
    ['a comment', '<a><!-- --></a>'],
    ['a tab in an attribute', '<a b="\t"></a>'],
    ['the prefix xml', '<a xmlns:xml="http://www.w3.org/XML/1998/namespace"></a>'],
  ])('%s', (_, source) => {
    for (const method of methods) expect(written(source, method)).toBeUndefined();
  });

  it('a namespace that is not used, in the exclusive form alone', () => {
    const source = '<a xmlns:b="urn:b"><b:c></b:c></a>';
    expect(written(source)).toBeUndefined();
    expect(written(source, 'c14n10')).toBe(source);
  });

  it('nothing, if it is all in the element that is left out', () => {
    const { root, ...rest } = mustRead('<a>1<b c = "2"><d/></b >3</a>');
    const [, b] = root.children;
    if (typeof b !== 'object') expect.fail('b is an element');
    expect(canonicalAsWritten({ root, ...rest }, 'exclusive', b)).toBe('<a>13</a>');
  });
});

describe('an element of a document', () => {
  it('never comes out otherwise than as its exclusive form, whatever was edited', () => {
    const counts = { cut: 0, made: 0 };
    const written = randomXml.map((source) => canonicalize(mustRead(source).root));
    fc.assert(
      fc.property(written, fc.array(edit, { maxLength: 3 }), (source, list) => {
        const reading = readXml(list.reduce((text, change) => change(text), source));
        if (reading.kind === 'refused') return;
        for (const element of elementsIn(reading.document.root)) {
          const cut = elementAsWritten(reading.document, element);
          counts[cut === undefined ? 'made' : 'cut'] += 1;
          if (cut !== undefined) expect(cut).toBe(canonicalize(element));
        }
      }),
      { seed: 20_022, numRuns: 3_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(500);
  });

  it.each([
    ['declares what it is in', '<a xmlns="urn:a"><b>1</b></a>', '<b xmlns="urn:a">1</b>'],
    [
      'declares its prefix',
      '<c:a xmlns:c="urn:a"><c:b d="1"><c:e></c:e></c:b></c:a>',
      '<c:b xmlns:c="urn:a" d="1"><c:e></c:e></c:b>',
    ],
    ['is in nothing', '<a><b>1</b></a>', '<b>1</b>'],
  ])('%s', (_, source, expected) => {
    expect(elementAsWritten(...firstIn(source))).toBe(expected);
  });

  it.each([
    ['another prefix in it', '<a xmlns:c="urn:c"><b><c:d></c:d></b></a>'],
    ['its own declaration', '<a><b xmlns="urn:b">1</b></a>'],
    ['nothing declared', '<a><b xmlns="">1</b></a>'],
    ['another declaration in it', '<a><b><d xmlns="urn:d"></d></b></a>'],
    ['an attribute with a prefix', '<a xmlns:c="urn:c"><b c:d="1"></b></a>'],
    ['a declaration for what is in it', '<a><b xmlns:c="urn:c"><c:d></c:d></b></a>'],
    ['white space in a tag', '<a><b ></b></a>'],
  ])('is made with %s', (_, source) => {
    expect(elementAsWritten(...firstIn(source))).toBeUndefined();
  });
});

function isElement(child: ParsedElement | string): child is ParsedElement {
  return typeof child !== 'string';
}

function firstIn(source: string): Parameters<typeof elementAsWritten> {
  const document = mustRead(source);
  const [first] = document.root.children;
  if (typeof first !== 'object') expect.fail('an element is first');
  return [document, first];
}
