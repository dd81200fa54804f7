import { describe, expect, it } from 'vitest';
import type { IssueCode } from '../../src/codec/issue.ts';
import { message } from '../../src/codec/message.ts';
import type { ReadLimits } from '../../src/codec/read-limits.ts';
import type { Messages } from '../../src/model/message-types.ts';

const admi002 = message('admi.002.001.01');
const namespace = 'urn:iso:std:iso:20022:tech:xsd:admi.002.001.01';
const value: Messages['admi.002.001.01'] = {
  'admi.002.001.01': { RltdRef: { Ref: 'A-1' }, Rsn: { RjctgPtyRsn: 'FF01', RjctnDtTm: '2026-11-23T10:00:00Z' } },
};
const xml =
  `<Document xmlns="${namespace}"><admi.002.001.01><RltdRef><Ref>A-1</Ref></RltdRef><Rsn><RjctgPtyRsn>FF01</RjctgPtyRsn>` +
  '<RjctnDtTm>2026-11-23T10:00:00Z</RjctnDtTm></Rsn></admi.002.001.01></Document>';

function codeOf(source: string | Uint8Array, limits?: ReadLimits): IssueCode | 'read' {
  const reading = admi002.read(source, limits);
  return reading.kind === 'read' ? 'read' : reading.issues[0].code;
}

describe('read', () => {
  it('gives the content of the root, by the names of the schema', () => {
    expect(admi002.read(xml)).toEqual({ kind: 'read', value });
    expect(admi002.read(Buffer.from(xml))).toEqual({ kind: 'read', value });
  });

  it.each([
    ['a declaration and a byte order mark', `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`],
    ['white space between elements', xml.replaceAll('><', '>\r\n\t <')],
    [
      'comments, instructions and CDATA',
      xml.replace('A-1', '<!-- x -->A<![CDATA[-]]><?p?>1').replace('<Rsn>', '<Rsn><!-- <![CDATA[ -->'),
    ],
    ['numeric references', xml.replace('A-1', '&#65;&#x2d;1')],
    ['a prefix', xml.replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1q:').replace('xmlns=', 'xmlns:q=')],
    ['another prefix inside', xml.replace('<Ref>', `<z:Ref xmlns:z="${namespace}">`).replace('</Ref>', '</z:Ref>')],
    [
      'a place of a schema',
      xml.replace(
        '<Document',
        `<Document xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} x.xsd"`,
      ),
    ],
    ['white space in tags', xml.replace('<Ref>', '<Ref >').replace('</Ref>', '</Ref\n>')],
  ])('reads the same from %s', (_, source) => {
    expect(admi002.read(source)).toEqual({ kind: 'read', value });
  });

  it('decodes what stands for a character', () => {
    const reading = admi002.read(xml.replace('A-1', 'a &lt;&amp;&gt; é &quot;&apos; 漢'));
    expect(reading).toMatchObject({ value: { 'admi.002.001.01': { RltdRef: { Ref: 'a <&> é "\' 漢' } } } });
  });

  it.each<[what: string, source: string | Uint8Array, code: IssueCode]>([
    ['nothing', '', 'root_missing'],
    ['another message', xml.replaceAll('admi.002.001.01', 'admi.004.001.02'), 'root_unexpected'],
    ['no namespace', xml.replace(` xmlns="${namespace}"`, ''), 'root_unexpected'],
    ['an element that is missing', xml.replace('<Ref>A-1</Ref>', ''), 'element_missing'],
    ['an element that is not known', xml.replace('<Rsn>', '<Rsn><Zz/>'), 'element_unexpected'],
    [
      'elements in another order',
      xml.replace('<Rsn>', '<Rsn><RjctnDtTm>2026-11-23T10:00:00Z</RjctnDtTm>'),
      'element_unexpected',
    ],
    ['an element too often', xml.replace('<Ref>A-1</Ref>', '<Ref>A</Ref><Ref>B</Ref>'), 'element_repeated'],
    ['an element of another namespace', xml.replace('<Ref>', '<Ref xmlns="urn:x">'), 'element_unexpected'],
    ['text between elements', xml.replace('<Rsn>', '<Rsn>x'), 'text_unexpected'],
    ['CDATA between elements', xml.replace('<Rsn>', '<Rsn><![CDATA[ ]]>'), 'text_unexpected'],
    ['an element in a text', xml.replace('A-1', 'A<b/>1'), 'element_unexpected'],
    ['an attribute', xml.replace('<Ref>', '<Ref a="1">'), 'attribute_unexpected'],
    ['a text that is too long', xml.replace('A-1', '漢'.repeat(36)), 'too_long'],
    ['a text that is empty', xml.replace('A-1', ''), 'too_short'],
    ['a time that is none', xml.replace('10:00:00Z', '25:00:00Z'), 'time_invalid'],
    [
      'another type',
      xml.replace('<Ref>', '<Ref xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Max35Text">'),
      'xsi_refused',
    ],
    [
      'nil',
      xml.replace('<Ref>', '<Ref xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="false">'),
      'xsi_refused',
    ],
    ['a document type', `<!DOCTYPE Document>${xml}`, 'doctype_refused'],
    ['an entity', xml.replace('A-1', '&e;'), 'entity_unknown'],
    ['a control character', xml.replace('A-1', 'A\u0001'), 'character_forbidden'],
    ['half a character', xml.replace('A-1', 'A\ud83d'), 'character_forbidden'],
    ['bytes that are no UTF-8', Buffer.from(xml.replace('A-1', 'é'), 'latin1'), 'not_utf8'],
    ['UTF-16', Buffer.from(`\ufeff${xml}`, 'utf16le'), 'not_utf8'],
    ['another encoding by its own word', `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'encoding_mismatch'],
    ['XML 1.1', `<?xml version="1.1"?>${xml}`, 'version_unsupported'],
    ['something behind the end', `${xml}<x/>`, 'content_after_root'],
    ['tags that do not match', xml.replace('</Ref>', '</Rsn>'), 'tag_mismatch'],
    ['an end that is missing', xml.slice(0, -1), 'tag_unclosed'],
    ['a bracket that only CDATA may have', xml.replace('A-1', 'A]]>'), 'syntax'],
  ])('refuses %s', (_, source, code) => {
    expect(codeOf(source)).toBe(code);
  });

  it.each<[what: string, before: string, filler: string, code: IssueCode]>([
    ['a year', '2026', '9', 'time_invalid'],
    ['a namespace', namespace, 'urn:x', 'namespace_invalid'],
  ])('refuses %s of 16 MiB, and does not throw', (_, before, filler, code) => {
    const much = (filler.at(-1) ?? '').repeat(16 * 1_048_576 - xml.length);
    expect(codeOf(xml.replace(before, () => filler + much))).toBe(code);
  });

  it('builds no tree of more elements than a message of its size has', () => {
    const report = message('pacs.002.001.10');
    const read = (envelope: string) =>
      report.read(
        `<Document xmlns="${report.namespace}"><FIToFIPmtStsRpt><GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-11-23T10:00:00Z</CreDtTm>` +
          `</GrpHdr><SplmtryData><Envlp><b>${envelope}</b></Envlp></SplmtryData></FIToFIPmtStsRpt></Document>`,
      );
    expect(read('<a/>')).toMatchObject({ kind: 'read' });
    expect(read('<a/>'.repeat(1_048_577))).toMatchObject({ kind: 'refused', issues: [{ code: 'too_many_elements' }] });
  });

  it('says where', () => {
    const reading = admi002.read(xml.replace('<Rsn>', '\n <Rsn>').replace('FF01', 'x'.repeat(36)));
    expect(reading).toEqual({
      kind: 'refused',
      issues: [
        {
          code: 'too_long',
          path: '/Document/admi.002.001.01/Rsn/RjctgPtyRsn',
          line: 2,
          column: 7,
          detail: 'at most 35 characters',
        },
      ],
    });
  });

  it('refuses more bytes, or more depth, than it may read', () => {
    expect(codeOf(xml, { bytes: xml.length })).toBe('read');
    expect(codeOf(xml, { bytes: xml.length - 1 })).toBe('too_large');
    expect(codeOf(xml, { depth: 4 })).toBe('read');
    expect(codeOf(xml, { depth: 3 })).toBe('too_deep');
    expect(codeOf(`${'<x>'.repeat(100_000)}`)).toBe('too_deep');
  });
});

describe('write', () => {
  it('writes the canonical form, whatever the order of the keys', () => {
    const { RltdRef, Rsn } = value['admi.002.001.01'];
    expect(admi002.write({ 'admi.002.001.01': { Rsn, RltdRef } })).toEqual({ kind: 'written', xml });
  });

  it('escapes what XML would read as something else', () => {
    const written = admi002.write({
      'admi.002.001.01': { RltdRef: { Ref: '<&>"\r\n\t' }, Rsn: { RjctgPtyRsn: ']]>' } },
    });
    expect(written).toMatchObject({ xml: expect.stringContaining('<Ref>&lt;&amp;&gt;"&#xD;\n\t</Ref>') });
    expect(written).toMatchObject({ xml: expect.stringContaining('>]]&gt;<') });
  });

  it.each([
    ['long', `<x xmlns="urn:x">${'0123456789'.repeat(110_000)}</x>`],
    ['in many elements', `<x xmlns="urn:x">${'<y></y>'.repeat(50_001)}</x>`],
  ])('writes what a schema leaves open, %s, as it reads it', (_what, Envlp) => {
    const pacs002 = message('pacs.002.001.10');
    const GrpHdr = { MsgId: 'M-1', CreDtTm: '2026-11-23T10:00:00Z' };
    const report = { FIToFIPmtStsRpt: { GrpHdr, SplmtryData: [{ Envlp }] } };
    const written = pacs002.write(report);
    expect(written.kind).toBe('written');
    const reading = pacs002.read(written.kind === 'written' ? written.xml : '');
    expect(reading.kind === 'read' && reading.value).toEqual(report);
  });

  it('refuses an array with a hole, as it refuses one with undefined', () => {
    const GrpHdr = { MsgId: 'M-1', CreDtTm: '2026-11-23T10:00:00Z' };
    for (const SplmtryData of [Array(1), Array.of(undefined)])
      expect(message('pacs.002.001.10').write({ FIToFIPmtStsRpt: { GrpHdr, SplmtryData } } as never)).toMatchObject({
        kind: 'refused',
        issues: [{ code: 'type_invalid', path: '/Document/FIToFIPmtStsRpt/SplmtryData' }],
      });
  });

  it('tells everything that is wrong, and where', () => {
    const wrong = { RltdRef: { Ref: '' }, Rsn: { RjctgPtyRsn: 'a\u0000', RjctnDtTm: 'today', Zz: 1 }, more: undefined };
    const written = admi002.write({ 'admi.002.001.01': wrong });
    expect(written).toMatchObject({ kind: 'refused' });
    expect(written.kind === 'refused' && written.issues.map(({ code, path }) => [code, path])).toEqual([
      ['too_short', '/Document/admi.002.001.01/RltdRef/Ref'],
      ['element_unexpected', '/Document/admi.002.001.01/Rsn/Zz'],
      ['type_invalid', '/Document/admi.002.001.01/Rsn/RjctgPtyRsn'],
      ['time_invalid', '/Document/admi.002.001.01/Rsn/RjctnDtTm'],
    ]);
  });
});

it('makes the codec of a message once', () => {
  expect(message('pacs.008.001.08')).toBe(message('pacs.008.001.08'));
});
