import { PolyrailError } from '@polyrail/core/provider';

/** Characters that a generated reference may be written in. */
export type ReferenceAlphabet = 'digits' | 'upper' | 'alphanumeric';

/** One piece of an identifier. */
export type IdentifierPart =
  | { readonly part: 'literal'; readonly text: string }
  | { readonly part: 'date'; readonly format: 'yyyymmdd' | 'yyyymmddhhmm' | 'yyyymmddhhmmss' }
  /** How the network names the sender within identifiers, in exactly this length. */
  | { readonly part: 'party'; readonly length: number }
  /** Taken from the digest, so that the same payment always gets the same identifier. */
  | { readonly part: 'reference'; readonly length: number; readonly alphabet: ReferenceAlphabet }
  /** A counter of the sender, in digits with leading zeros. */
  | { readonly part: 'sequence'; readonly length: number };

/** How a network builds an identifier, and what it accepts. */
export interface IdentifierFormat {
  readonly parts: readonly IdentifierPart[];
  /** Which octets of the digest it carries, from the first to before the second. Default: all of them. */
  readonly octets?: readonly [from: number, to: number];
  /** A regular expression for the whole identifier. */
  readonly pattern: string;
}

/** What an identifier is built from. */
export interface IdentifierSeed {
  /** Date and time in the time zone of the network, as `2026-11-23T08:15:00`. */
  readonly localTime: string;
  readonly party: string;
  /** Bytes that only this payment has. */
  readonly digest: Uint8Array;
  /** The number of this message in the sender's count. Called only by a format with a `sequence` part. */
  readonly sequence?: () => number;
}

/** The characters of each alphabet, by their value. */
export const alphabets: Readonly<Record<ReferenceAlphabet, string>> = {
  digits: '0123456789',
  upper: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};

/** Of so much of the local time. */
const dateLengths = { yyyymmdd: 10, yyyymmddhhmm: 16, yyyymmddhhmmss: 19 } as const;

/**
 * Builds an identifier. The same format and seed always give the same text.
 *
 * @throws PolyrailError `configuration_invalid` when the result does not match the format's own pattern
 */
export function buildIdentifier(format: IdentifierFormat, seed: IdentifierSeed): string {
  const rest = new Uint8Array(format.octets ? seed.digest.subarray(...format.octets) : seed.digest);
  let text = '';
  for (const part of format.parts) {
    if (part.part === 'reference') {
      const alphabet = alphabets[part.alphabet];
      for (let index = 0; index < part.length; index += 1) text += alphabet[dividedBy(alphabet.length, rest)];
    } else text += fixedPart(part, seed);
  }
  if (!matchesFormat(text, format))
    throw new PolyrailError(
      'configuration_invalid',
      `the party or the counter does not fit the form ${format.pattern}`,
    );
  return text;
}

/** Divides a number in place; its digits are bytes, the highest first. @returns the remainder */
function dividedBy(divisor: number, digits: Uint8Array): number {
  let remainder = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const dividend = remainder * 256 + (digits[at] ?? 0);
    const quotient = Math.trunc(dividend / divisor);
    digits[at] = quotient;
    remainder = dividend - quotient * divisor;
  }
  return remainder;
}

/** True when the identifiers of a format count the messages of their sender. */
export function isCounted({ parts }: IdentifierFormat): boolean {
  return parts.some(({ part }) => part === 'sequence');
}

const patterns = new WeakMap<IdentifierFormat, RegExp>();

/** True when the text is an identifier that the network accepts. */
export function matchesFormat(text: string, format: IdentifierFormat): boolean {
  const pattern = patterns.get(format) ?? new RegExp(`^(?:${format.pattern})$`, 'u');
  patterns.set(format, pattern);
  return pattern.test(text);
}

function fixedPart(part: Exclude<IdentifierPart, { part: 'reference' }>, seed: IdentifierSeed): string {
  switch (part.part) {
    case 'literal':
      return part.text;
    case 'date':
      return seed.localTime.slice(0, dateLengths[part.format]).replace(/\D/g, '');
    case 'party':
      return seed.party;
    case 'sequence':
      return seed.sequence === undefined ? '' : String(seed.sequence()).padStart(part.length, '0');
  }
}
