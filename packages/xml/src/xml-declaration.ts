import type { XmlCursor } from './xml-cursor.ts';

const space = '[ \\t\\r\\n]';
const is = `${space}*=${space}*`;
const declaration = new RegExp(
  `<\\?xml${space}+version${is}(?:"([^"<]*)"|'([^'<]*)')` +
    `(?:${space}+encoding${is}(?:"([A-Za-z][\\w.-]*)"|'([A-Za-z][\\w.-]*)'))?` +
    `(?:${space}+standalone${is}(?:"(?:yes|no)"|'(?:yes|no)'))?${space}*\\?>`,
  'y',
);

/** Steps over the XML declaration, if there is one. The bytes are UTF-8: a declaration has to say so, or nothing. */
export function readXmlDeclaration(cursor: XmlCursor): void {
  if (!/^<\?xml[ \t\r\n]/.test(cursor.text)) return;
  declaration.lastIndex = 0;
  const found = declaration.exec(cursor.text);
  if (!found) throw cursor.refusal('syntax');
  if ((found[1] ?? found[2]) !== '1.0') throw cursor.refusal('version_unsupported');
  const encoding = found[3] ?? found[4] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'utf-8') throw cursor.refusal('encoding_mismatch');
  cursor.at = declaration.lastIndex;
}
