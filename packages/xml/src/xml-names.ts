// XML 1.0, fifth edition, productions 4 and 4a without the colon: NCName of Namespaces in XML.
const startCharacters =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const nameCharacters = `${startCharacters}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040`;

const asciiNcName = /^[A-Za-z_][-.\w]*$/;
const ncName = new RegExp(`^[${startCharacters}][${nameCharacters}]*$`, 'u');
const anyName = new RegExp(`[${nameCharacters}:]*`, 'uy');

// 1 for what a name may hold below U+0080.
const asciiNameCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[-.:\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether `text` is a name without a colon. */
export function isNcName(text: string): boolean {
  return asciiNcName.test(text) || ncName.test(text);
}

/** The offset behind the characters of a name that begin at `start`. Whether they are a name is told by {@link isNcName}. */
export function endOfName(text: string, start: number): number {
  let at = start;
  while (asciiNameCharacters[text.charCodeAt(at)] === 1) at += 1;
  if (!(text.charCodeAt(at) >= 0x80)) return at;
  anyName.lastIndex = at;
  anyName.test(text);
  return anyName.lastIndex;
}
