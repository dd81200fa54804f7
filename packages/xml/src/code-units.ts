// One room for all texts of a reader that is never interrupted. A big text gets its own.
const keptUnits = 65_536;
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Makes a function that gives the UTF-16 code units of a text: faster to look at than the text itself. What it gives holds until
 * its next call; behind the units comes a NUL, which no XML has, or nothing.
 */
export function codeUnitsReader(): (text: string) => Uint16Array {
  if (!isLittleEndian) return (text) => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const kept = new Uint16Array(keptUnits);
  const keptBytes = Buffer.from(kept.buffer);
  return (text) => {
    if (text.length >= keptUnits) {
      const bytes = Buffer.from(text, 'utf16le');
      return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
    }
    keptBytes.write(text, 'utf16le');
    kept[text.length] = 0;
    return kept;
  };
}
