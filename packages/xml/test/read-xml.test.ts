import fc from 'fast-check';
import { XmlDocument as LibxmlDocument, ParseOption, XmlC14NMode } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { readXml } from '../src/read-xml.ts';
import type { XmlIssueCode } from '../src/xml-issue.ts';
import { mustRead } from './support/must-read.ts';
import { randomXml } from './support/random-xml.ts';

const refusals: readonly (readonly [string, string | Uint8Array, XmlIssueCode])[] = [
  ['nothing', '', 'root_missing'],
  ['white space only', ' \n', 'root_missing'],
  ['text before the root', 'x<a/>', 'syntax'],
  ['text behind the root', '<a/>x', 'content_after_root'],
  ['two roots', '<a/><b/>', 'content_after_root'],
  ['CDATA behind the root', '<a/><![CDATA[x]]>', 'syntax'],
  ['a document that was cut', '<Document><Amt>10.00', 'tag_unclosed'],
  ['a tag that was cut', '<a><b', 'tag_unclosed'],
  ['an end tag that was cut', '<a></a', 'tag_unclosed'],
  ['tags that cross', '<a><b></a></b>', 'tag_mismatch'],
  ['an end tag with a longer name', '<a></ab>', 'tag_mismatch'],
  ['an end tag with another case', '<a></A>', 'tag_mismatch'],
  ['an end tag without a start', '</a>', 'tag_mismatch'],
  ['a name that begins with a digit', '<1a/>', 'name_invalid'],
  ['a name with two colons', '<a:b:c xmlns:a="urn:x"/>', 'name_invalid'],
  ['a name that ends with a colon', '<a: xmlns:a="urn:x"/>', 'name_invalid'],
  ['a space before the name', '< a/>', 'syntax'],
  ['an attribute without a value', '<a b/>', 'syntax'],
  ['an attribute without quotes', '<a b=c/>', 'syntax'],
  ['attributes without a space between', '<a b="1"c="2"/>', 'syntax'],
  ['an attribute with <', '<a b="<"/>', 'syntax'],
  ['an attribute that is never closed', '<a b="c/>', 'syntax'],
  ['the same attribute twice', '<a Ccy="USD" Ccy="EUR"/>', 'attribute_repeated'],
  ['the same attribute by two prefixes', '<a xmlns:p="urn:x" xmlns:q="urn:x" p:b="1" q:b="2"/>', 'attribute_repeated'],
  ['the same declaration twice', '<a xmlns:p="urn:x" xmlns:p="urn:x"/>', 'attribute_repeated'],
  ['an element with an undeclared prefix', '<p:a/>', 'prefix_undeclared'],
  ['an attribute with an undeclared prefix', '<a p:b="1"/>', 'prefix_undeclared'],
  ['a prefix of a sibling', '<r><a xmlns:p="urn:x"/><p:b/></r>', 'prefix_undeclared'],
  ['a prefix that is taken back', '<a xmlns:p=""/>', 'namespace_invalid'],
  ['another URI for xml', '<a xmlns:xml="urn:x"/>', 'namespace_invalid'],
  ['the URI of xml for another prefix', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', 'namespace_invalid'],
  ['xmlns as a prefix', '<a xmlns:xmlns="urn:x"/>', 'namespace_invalid'],
  ['a declaration of nothing', '<a xmlns:="urn:x"/>', 'namespace_invalid'],
  ['a relative namespace', '<a xmlns="../x"/>', 'namespace_invalid'],
  ['an entity of HTML', '<a>&nbsp;</a>', 'entity_unknown'],
  ['a bare &', '<a>1 & 2</a>', 'reference_invalid'],
  ['a reference without an end', '<a>&amp</a>', 'reference_invalid'],
  ['a reference to NUL', '<a>&#0;</a>', 'reference_invalid'],
  ['a reference to half a character', '<a>&#xD800;</a>', 'reference_invalid'],
  ['a reference beyond Unicode', '<a>&#x110000;</a>', 'reference_invalid'],
  ['a reference that is no number', '<a>&#xZZ;</a>', 'reference_invalid'],
  [']]> in text', '<a>]]></a>', 'syntax'],
  ['CDATA that is never closed', '<a><![CDATA[x</a>', 'syntax'],
  ['a comment that is never closed', '<a><!-- x</a>', 'syntax'],
  ['-- in a comment', '<a><!-- x -- y --></a>', 'syntax'],
  ['a DOCTYPE', '<!DOCTYPE a><a/>', 'doctype_refused'],
  ['a DOCTYPE with an entity', '<!DOCTYPE a [<!ENTITY b "9999">]><a>&b;</a>', 'doctype_refused'],
  ['a DOCTYPE inside', '<a><!DOCTYPE a></a>', 'doctype_refused'],
  ['an element declaration', '<!ELEMENT a ANY><a/>', 'syntax'],
  ['a processing instruction', '<?php x?><a/>', 'instruction_refused'],
  ['a stylesheet inside', '<a><?xml-stylesheet href="x"?></a>', 'instruction_refused'],
  ['a second XML declaration', '<a/><?xml version="1.0"?>', 'name_invalid'],
  ['an XML declaration behind a space', ' <?xml version="1.0"?><a/>', 'name_invalid'],
  ['XML 1.1', '<?xml version="1.1"?><a/>', 'version_unsupported'],
  ['a declaration without a version', '<?xml encoding="UTF-8"?><a/>', 'syntax'],
  ['a declaration in the wrong order', '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>', 'syntax'],
  ['another encoding declared', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'encoding_mismatch'],
  ['UTF-16 declared', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'encoding_mismatch'],
  ['a control character', '<a>\u0001</a>', 'character_forbidden'],
  ['NUL', '<a>\0</a>', 'character_forbidden'],
  ['U+FFFE', '<a>\ufffe</a>', 'character_forbidden'],
  ['half a character', '<a>\ud800</a>', 'character_forbidden'],
  ['bytes of ISO 8859-1', Uint8Array.of(0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e), 'not_utf8'],
  ['UTF-16', Buffer.from('\ufeff<a/>', 'utf16le'), 'not_utf8'],
  ['an overlong <', Uint8Array.of(0xc0, 0xbc, 0x61, 0x2f, 0x3e), 'not_utf8'],
];

describe('what is refused', () => {
  it.each(refusals)('%s', (_, source, code) => {
    const reading = readXml(source);
    expect(reading.kind === 'refused' ? reading.issue.code : 'read').toBe(code);
  });

  it('says where', () => {
    const reading = readXml('<?xml version="1.0"?>\r\n<a>\n  <b>\r  &nope;</b></a>');
    expect(reading).toEqual({ kind: 'refused', issue: { code: 'entity_unknown', line: 4, column: 3 } });
  });

  it('counts without a byte order mark', () => {
    expect(readXml(Buffer.from('\ufeff<a><b></a>'))).toMatchObject({ issue: { line: 1, column: 7 } });
  });

  it('refuses comments where the caller wants none', () => {
    expect(readXml('<a>10<!---->.00</a>', { comments: 'refused' })).toMatchObject({
      issue: { code: 'comment_refused' },
    });
  });
});

describe('limits', () => {
  it.each([
    ['bytes', { bytes: 10 }, '<a>1234</a>', 'too_large'],
    ['depth', { depth: 2 }, '<a><b><c/></b></a>', 'too_deep'],
    ['elements', { elements: 2 }, '<a><b/><c/></a>', 'too_many_elements'],
    ['attributes', { attributes: 1 }, '<a b="1" c="2"/>', 'too_many_attributes'],
    ['declarations', { attributes: 1 }, '<a xmlns="urn:x" xmlns:y="urn:y"/>', 'too_many_attributes'],
    ['namespaces', { namespaces: 1 }, '<a xmlns="urn:x"><b xmlns="urn:y"/></a>', 'too_many_namespaces'],
    ['text', { text: 4 }, '<a>12345</a>', 'text_too_long'],
    ['text in pieces', { text: 4 }, '<a>123<![CDATA[4]]><!---->5</a>', 'text_too_long'],
    ['an attribute', { text: 4 }, '<a b="12345"/>', 'text_too_long'],
  ] as const)('bound %s', (_, limits, source, code) => {
    expect(readXml(source, { limits })).toMatchObject({ kind: 'refused', issue: { code } });
    const [name] = Object.keys(limits);
    expect(readXml(source, { limits: { [name ?? '']: 1_000 } }).kind).toBe('read');
  });

  it('ends soon with what is deep', () => {
    expect(readXml('<a>'.repeat(300_000))).toMatchObject({ issue: { code: 'too_deep' } });
  });
});

describe('what is read', () => {
  it('is a tree with namespaces, parents and places', () => {
    const source =
      '<?xml version="1.0" encoding="utf-8"?>\n<a xmlns="urn:x" xmlns:p="urn:y"><p:b p:c="1" d="2"/></a>\n';
    const { root, text } = mustRead(source);
    expect(root).toMatchObject({ prefix: '', local: 'a', namespace: 'urn:x', parent: undefined });
    expect(root.declarations).toEqual([
      { prefix: '', uri: 'urn:x' },
      { prefix: 'p', uri: 'urn:y' },
    ]);
    const [b] = root.children;
    if (typeof b !== 'object') return expect.fail();
    expect(b).toMatchObject({ prefix: 'p', local: 'b', namespace: 'urn:y', parent: root, declarations: [] });
    expect(b.attributes).toEqual([
      { prefix: 'p', local: 'c', namespace: 'urn:y', value: '1' },
      { prefix: '', local: 'd', namespace: '', value: '2' },
    ]);
    expect(text.slice(b.start, b.end)).toBe('<p:b p:c="1" d="2"/>');
    expect(text.slice(root.start, root.end)).toBe(source.slice(39, -1));
  });

  it('joins a text around comments and CDATA: there is no first piece to be taken for the whole', () => {
    expect(mustRead('<a>1<!-- 9 -->0<![CDATA[.]]>00</a>').root.children).toEqual(['10.00']);
  });

  it('has what references and line ends stand for', () => {
    const { root } = mustRead(
      '<a b="&#9;x\r\n\ty &#000000000065;&#x0000000041;">\r\n&#xD;&amp;&lt;&gt;&quot;&apos;\r</a>',
    );
    expect(root.attributes[0]?.value).toBe('\tx  y AA');
    expect(root.children).toEqual(['\n\r&<>"\'\n']);
  });

  it('keeps what looks like a number or a member of Object', () => {
    const { root } = mustRead('<__proto__ constructor="1">100.10</__proto__>');
    expect([root.local, root.attributes[0]?.local, root.children]).toEqual(['__proto__', 'constructor', ['100.10']]);
  });
});

const libxml2Reads = (source: string): boolean => {
  try {
    LibxmlDocument.fromString(source, { option: ParseOption.XML_PARSE_NONET }).dispose();
    return true;
  } catch {
    return false;
  }
};

const libxml2Canonicalizes = (source: string): boolean => {
  try {
    const document = LibxmlDocument.fromString(source, { option: ParseOption.XML_PARSE_NONET });
    document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 });
    return true;
  } catch {
    return false;
  }
};

describe('libxml2 as the judge', () => {
  const ours = (source: string): XmlIssueCode | 'read' => {
    const reading = readXml(source, { instructions: 'ignored' });
    return reading.kind === 'read' ? 'read' : reading.issue.code;
  };

  it('reads every well-formed document', () => {
    fc.assert(
      fc.property(randomXml, (source) => ours(source) === 'read' && libxml2Reads(source)),
      { seed: 20_022, numRuns: 500 },
    );
  });

  it.each([
    ['', 'a', '//x/y', '?x', '#', 'urn:a b', ' urn:a'],
    'urn: http: mailto: x:? x:# x:// http:///x http://[::1]/x http://[::1]:80 http://u:p@h:80/ HTTP://h a+b-c.1:x'.split(
      ' ',
    ),
    "urn:~-._!$(),;=*+:@/?' urn:x?y#z? urn:%C3%BC http://h:999999999/ http://h?#[ urn:a#b#c http://h:port/ 1x:y".split(
      ' ',
    ),
    'http://h:/ http://h:-1/ http://u@h@i/ http://h/[x] x:[::1] urn:% urn:%zz urn:a{ urn:ü ü:x a_b:x urn:x[y]'.split(
      ' ',
    ),
  ])('has canonical forms of the same namespaces: %s %s …', (...uris) => {
    for (const uri of uris) {
      const source = `<a xmlns:p="${uri}"/>`;
      expect(`${ours(source)} ${uri}`).toBe(`${libxml2Canonicalizes(source) ? 'read' : 'namespace_invalid'} ${uri}`);
    }
  });

  it('never finds a fault in what we read, and agrees on what we refuse', () => {
    const pieces = [
      '<',
      '>',
      '/',
      '"',
      '&',
      ';',
      ' ',
      '=',
      '<a>',
      '</a>',
      ']]>',
      '--',
      '<!--',
      '-->',
      '&#1;',
      'xmlns:p="urn:p"',
      'p:',
      ':',
    ];
    let refused = 0;
    fc.assert(
      fc.property(randomXml, fc.nat(), fc.nat({ max: 4 }), fc.constantFrom(...pieces), (source, at, length, piece) => {
        const place = at % (source.length + 1);
        const mutant = source.slice(0, place) + piece + source.slice(place + length);
        const code = ours(mutant);
        // Relative namespaces are well-formed. Canonical XML refuses them, and so do we.
        if (code === 'namespace_invalid') return;
        if (code !== 'read') refused += 1;
        expect(`${code === 'read'} ${mutant}`).toBe(`${libxml2Reads(mutant)} ${mutant}`);
      }),
      { seed: 8, numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });
});
