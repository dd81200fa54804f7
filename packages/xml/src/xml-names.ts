// XML 1.0, fifth edition, productions 4 and 4a without the colon: NCName of Namespaces in XML.
const startCharacters =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const nameCharacters = `${startCharacters}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040`;

const ncName = new RegExp(`^[${startCharacters}][${nameCharacters}]*$`, 'u');
const anyName = new RegExp(`[${nameCharacters}:]*`, 'uy');

const beginsName = 1;
const continuesName = 2;
const colon = 3;
// What the characters below U+0080 are in a name; 0 for those that are in none.
const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === ':') return colon;
  if (/[A-Z_a-z]/.test(character)) return beginsName;
  return /[-.0-9]/.test(character) ? continuesName : 0;
});

/** Whether `text` is a name without a colon. */
export function isNcName(text: string): boolean {
  // Most names are short and ASCII: the loop ends before a regular expression would have begun.
  for (let at = 0; at < text.length; at += 1) {
    const kind = asciiKinds[text.charCodeAt(at)];
    if (kind === undefined) return ncName.test(text);
    if (kind !== beginsName && (kind !== continuesName || at === 0)) return false;
  }
  return text !== '';
}

/** The offset behind the characters of a name that begin at `start`. Whether they are a name is told by {@link isNcName}. */
export function endOfName(text: string, codes: Uint16Array, start: number): number {
  let at = start;
  while ((asciiKinds[codes[at] ?? 0] ?? 0) > 0) at += 1;
  if ((codes[at] ?? 0) < 0x80) return at;
  anyName.lastIndex = at;
  anyName.test(text);
  return anyName.lastIndex;
}
