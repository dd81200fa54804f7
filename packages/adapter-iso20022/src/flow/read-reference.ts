import { alphabets, type IdentifierFormat, type IdentifierPart } from '../profile/identifier-format.ts';

type ReferencePart = Extract<IdentifierPart, { part: 'reference' }>;

/** True when identifiers of the format have room for so many bytes, so that they can be read back. */
export function carriesReference(format: IdentifierFormat, octets: number): boolean {
  const room = format.parts.filter(isReference).reduce((product, part) => product * roomOf(part), 1n);
  return room >= 256n ** BigInt(octets);
}

/**
 * Reads back the digest that an identifier was built from.
 *
 * @param party how the network names its sender
 * @returns `undefined` when the identifier was not built from so many bytes
 */
export function readReference(
  format: IdentifierFormat,
  text: string,
  octets: number,
  party: string,
): Uint8Array | undefined {
  let [position, value, weight] = [0, 0n, 1n];
  for (const part of format.parts) {
    const length = lengthOf(part, text, position, party);
    if (isReference(part)) {
      for (const character of text.slice(position, position + length)) {
        const digit = alphabets[part.alphabet].indexOf(character);
        if (digit < 0) return undefined;
        value += BigInt(digit) * weight;
        weight *= BigInt(alphabets[part.alphabet].length);
      }
    }
    position += length;
  }
  if (position !== text.length || value >= 256n ** BigInt(octets)) return undefined;
  return Buffer.from(value.toString(16).padStart(octets * 2, '0'), 'hex');
}

function isReference(part: IdentifierPart): part is ReferencePart {
  return part.part === 'reference';
}

function roomOf({ alphabet, length }: ReferencePart): bigint {
  return BigInt(alphabets[alphabet].length) ** BigInt(length);
}

const dateLengths = { yyyymmdd: 8, yyyymmddhhmm: 12, yyyymmddhhmmss: 14 } as const;

/** A literal that is not the one of the format, or another's name, makes the identifier another's. */
function lengthOf(part: IdentifierPart, text: string, position: number, party: string): number {
  switch (part.part) {
    case 'literal':
      return text.startsWith(part.text, position) ? part.text.length : Number.POSITIVE_INFINITY;
    case 'party':
      return text.startsWith(party, position) ? part.length : Number.POSITIVE_INFINITY;
    case 'date':
      return dateLengths[part.format];
    default:
      return part.length;
  }
}
