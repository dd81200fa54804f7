import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { XmlDocument as LibxmlDocument, XmlElement as LibxmlElement, XmlC14NMode } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { C14nCanonicalization, ExclusiveCanonicalization } from 'xml-crypto';
import { type CanonicalMethod, canonicalize, canonicalizeWithin } from '../src/canonicalize.ts';
import { surroundingsOf } from '../src/surroundings.ts';
import type { ParsedElement } from '../src/xml-element.ts';
import { mustRead } from './support/must-read.ts';
import { randomXml } from './support/random-xml.ts';

const modes = {
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
  c14n10: XmlC14NMode.XML_C14N_1_0,
  c14n11: XmlC14NMode.XML_C14N_1_1,
} as const;
const methods = Object.keys(modes) as readonly CanonicalMethod[];

/** The element at `steps`: the first child element of the root, and so on; as far as there are any. */
function descend(root: ParsedElement, steps: number): ParsedElement {
  const [first] = root.children.filter((child) => typeof child !== 'string');
  return steps === 0 || !first ? root : descend(first, steps - 1);
}

describe('published vectors', () => {
  it('keeps white space (C14N 1.0, 3.2)', () => {
    const source = `<doc>
   <clean>   </clean>
   <dirty>   A   B   </dirty>
   <mixed>
      A
      <clean>   </clean>
      B
      <dirty>   A   B   </dirty>
      C
   </mixed>
</doc>`;
    for (const method of methods) expect(canonicalize(mustRead(source).root, { method })).toBe(source);
  });

  it('writes start and end tags (C14N 1.0, 3.3, without its DTD)', () => {
    const source = `<doc>
   <e1   />
   <e2   ></e2>
   <e3   name = "elem3"   id="elem3"   />
   <e4   name="elem4"   id="elem4"   ></e4>
   <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
      xmlns:b="http://www.ietf.org"
      xmlns:a="http://www.w3.org"
      xmlns="http://example.org"/>
   <e6 xmlns="" xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="" xmlns:a="http://www.w3.org">
            <e9 xmlns="" xmlns:a="http://www.ietf.org"/>
         </e8>
      </e7>
   </e6>
</doc>`;
    expect(canonicalize(mustRead(source).root, { method: 'c14n10' })).toBe(`<doc>
   <e1></e1>
   <e2></e2>
   <e3 id="elem3" name="elem3"></e3>
   <e4 id="elem4" name="elem4"></e4>
   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
   <e6 xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="">
            <e9 xmlns:a="http://www.ietf.org"></e9>
         </e8>
      </e7>
   </e6>
</doc>`);
  });

  it('writes characters (C14N 1.0, 3.4, without its DTD)', () => {
    const source = `<doc>
   <text>First line&#x0d;&#10;Second line</text>
   <value>&#x32;</value>
   <compute><![CDATA[value>"0" && value<"10" ?"valid":"error"]]></compute>
   <compute expr='value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"'>valid</compute>
   <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/>
</doc>`;
    expect(canonicalize(mustRead(source).root, { method: 'c14n10' })).toBe(`<doc>
   <text>First line&#xD;
Second line</text>
   <value>2</value>
   <compute>value&gt;"0" &amp;&amp; value&lt;"10" ?"valid":"error"</compute>
   <compute expr="value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;">valid</compute>
   <norm attr=" '    &#xD;&#xA;&#x9;   ' "></norm>
</doc>`);
  });

  const embedded = `<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain">
  <n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2>
</n2:pdu>`;

  it('takes context in or leaves it out (exclusive C14N 1.0, 2.1 and 2.2)', () => {
    const element = descend(mustRead(embedded).root, 1);
    const surroundings = surroundingsOf(element);
    expect(canonicalize(element, { method: 'c14n10', surroundings })).toBe(
      '<n1:elem2 xmlns:n1="http://example.net" xmlns:n2="http://foo.example" xml:lang="en" xml:space="retain"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    );
    expect(canonicalize(element, { surroundings })).toBe(
      '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    );
  });

  it('takes in what a PrefixList names', () => {
    const element = descend(mustRead(embedded).root, 1);
    const options = { inclusivePrefixes: ['n2', 'n9'], surroundings: surroundingsOf(element) };
    expect(canonicalize(element, options)).toMatch(
      /^<n1:elem2 xmlns:n1="http:\/\/example.net" xmlns:n2="http:\/\/foo.example" xml:lang="en">/,
    );
  });

  it('leaves all but xml:lang and xml:space where they are in 1.1, and only there (C14N 1.1, 2.4)', () => {
    const element = descend(mustRead('<a xml:id="x" xml:lang="en" xml:other="y"><b/></a>').root, 1);
    const surroundings = surroundingsOf(element);
    expect(canonicalize(element, { method: 'c14n11', surroundings })).toBe('<b xml:lang="en"></b>');
    expect(canonicalize(element, { method: 'c14n10', surroundings })).toBe(
      '<b xml:id="x" xml:lang="en" xml:other="y"></b>',
    );
  });
});

describe('other implementations', () => {
  it.each(methods)('libxml2 writes the same as %s, of a document and of a part of it', (method) => {
    let parts = 0;
    fc.assert(
      fc.property(randomXml, fc.nat({ max: 3 }), fc.subarray(['', 'a', 'b', 'ds']), (source, steps, prefixes) => {
        const element = descend(mustRead(source).root, steps);
        if (element.parent) parts += 1;
        const inclusivePrefixes = method === 'exclusive' ? prefixes : [];
        const ours = canonicalize(element, { method, inclusivePrefixes, surroundings: surroundingsOf(element) });
        expect(ours).toBe(byLibxml2(source, depthOf(element), modes[method], inclusivePrefixes));
      }),
      { seed: 14, numRuns: 700 },
    );
    expect(parts).toBeGreaterThan(100);
  });

  it('xml-crypto writes the same exclusive form of a part', () => {
    fc.assert(
      fc.property(randomXml, fc.nat({ max: 3 }), (source, steps) => {
        const element = descend(mustRead(source).root, steps);
        const ours = canonicalize(element, { surroundings: surroundingsOf(element) });
        expect(ours).toBe(new ExclusiveCanonicalization().process(byXmldom(source, depthOf(element)), {}));
      }),
      { seed: 15, numRuns: 500 },
    );
  });

  it('xml-crypto writes the same C14N 1.0 of a document', () => {
    fc.assert(
      fc.property(randomXml, (source) => {
        const ours = canonicalize(mustRead(source).root, { method: 'c14n10' });
        expect(ours).toBe(new C14nCanonicalization().process(byXmldom(source, 0), {}));
      }),
      { seed: 16, numRuns: 500 },
    );
  });

  it('orders attributes by code point, not by UTF-16', () => {
    const source = '<a \u{10000}="1" \ufb00="2" b="3" \u{10001}="4"/>';
    expect(canonicalize(mustRead(source).root)).toBe('<a b="3" \ufb00="2" \u{10000}="1" \u{10001}="4"></a>');
    expect(byLibxml2(source, 0, modes.c14n10, [])).toBe(canonicalize(mustRead(source).root));
  });
});

describe('a canonical form', () => {
  it('reads back as what it was, and is its own canonical form', () => {
    fc.assert(
      fc.property(randomXml, (source) => {
        const once = canonicalize(mustRead(source).root);
        expect(canonicalize(mustRead(once).root)).toBe(once);
      }),
      { seed: 17, numRuns: 300 },
    );
  });

  it('leaves an element out', () => {
    const { root } = mustRead('<a>1<b><c/></b>2</a>');
    expect(canonicalize(root, { without: descend(root, 1) })).toBe('<a>12</a>');
  });

  it('has a bound: a long namespace is repeated by each element that uses it', () => {
    const uri = `urn:${'x'.repeat(2_000)}`;
    const { root } = mustRead(`<a xmlns:p="${uri}">${'<p:b/>'.repeat(2_000)}</a>`);
    expect(canonicalize(root).length).toBeGreaterThan(4_000_000);
    expect(canonicalizeWithin(root, {}, 100_000)).toBeUndefined();
    expect(canonicalizeWithin(root, {}, 5_000_000)).toBe(canonicalize(root));
  });
});

function depthOf(element: ParsedElement): number {
  return element.parent ? 1 + depthOf(element.parent) : 0;
}

function byLibxml2(
  source: string,
  depth: number,
  mode: (typeof modes)[CanonicalMethod],
  inclusiveNamespacePrefixes: readonly string[],
): string {
  using document = LibxmlDocument.fromString(source);
  const node = document.get(`/*${'/*[1]'.repeat(depth)}`);
  if (!(node instanceof LibxmlElement)) return expect.fail('no element');
  const prefixes = inclusiveNamespacePrefixes.map((prefix) => prefix || '#default');
  return node.canonicalizeToString({ mode, inclusiveNamespacePrefixes: prefixes });
}

function byXmldom(source: string, depth: number): Element {
  let element: Element = new DOMParser().parseFromString(source.replace(/\r\n?/g, '\n'), 'text/xml').documentElement;
  for (let step = 0; step < depth; step += 1)
    element = Array.from(element.childNodes).find((node: Node): node is Element => node.nodeType === 1) ?? element;
  return element;
}
