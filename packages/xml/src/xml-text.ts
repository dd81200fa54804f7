import { isUtf8 } from 'node:buffer';
import { XmlRefusal } from './xml-issue.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const loneSurrogate = /\p{Surrogate}/u;
const byteOrderMark = 0xfeff;

/** Decodes UTF-8, takes a byte order mark off, and refuses characters that XML 1.0 does not know. */
export function decodeXmlText(source: Uint8Array | string): string {
  const decoded = typeof source === 'string' ? source : decodeUtf8(source);
  const text = decoded.charCodeAt(0) === byteOrderMark ? decoded.slice(1) : decoded;
  const found = forbidden.exec(text) ?? (typeof source === 'string' ? loneSurrogate.exec(text) : null);
  if (found) throw new XmlRefusal('character_forbidden', found.index);
  return text;
}

/** Whether XML 1.0 can hold this text. */
export function isXmlText(text: string): boolean {
  return !forbidden.test(text) && !loneSurrogate.test(text);
}

function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new XmlRefusal('not_utf8', 0);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

const lineEnd = /\r\n?/g;
const whiteSpace = /\r\n|[\t\n\r]/g;
const reference = /&(?:#(?:x0*([0-9A-Fa-f]{1,6})|0*([0-9]{1,7}))|(amp|lt|gt|quot|apos));/y;
const entity = /^&[^#;]+;/;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character data that `raw` stands for. `offset` says where it is, for the issue. */
export function readCharacterData(raw: string, offset: number): string {
  const cdataEnd = raw.indexOf(']]>');
  if (cdataEnd >= 0) throw new XmlRefusal('syntax', offset + cdataEnd);
  return expandReferences(normaliseLineEnds(raw), offset);
}

/** `\r\n` and `\r` become `\n`, before anything else is read (XML 1.0, 2.11). */
export function normaliseLineEnds(raw: string): string {
  return raw.includes('\r') ? raw.replace(lineEnd, '\n') : raw;
}

/** The attribute value that `raw` stands for (XML 1.0, 3.3.3): white space becomes spaces, unless it is a reference. */
export function readAttributeValue(raw: string, offset: number): string {
  if (!/[<&\t\n\r]/.test(raw)) return raw;
  const tag = raw.indexOf('<');
  if (tag >= 0) throw new XmlRefusal('syntax', offset + tag);
  return expandReferences(raw.replace(whiteSpace, ' '), offset);
}

function expandReferences(text: string, offset: number): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let expanded = '';
  let done = 0;
  for (; at >= 0; at = text.indexOf('&', done)) {
    reference.lastIndex = at;
    const found = reference.exec(text);
    const character = found && characterOf(found);
    if (!found || character === undefined)
      throw new XmlRefusal(entity.test(text.slice(at, at + 64)) ? 'entity_unknown' : 'reference_invalid', offset + at);
    expanded += text.slice(done, at) + character;
    done = reference.lastIndex;
  }
  return expanded + text.slice(done);
}

function characterOf([, hexadecimal, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return named[name];
  const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? undefined : character;
}
