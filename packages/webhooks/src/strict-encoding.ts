/** How bytes are written as text: lower-case hexadecimal, or base64 (RFC 4648) with its padding, or base64url without. */
export type TextEncoding = 'hex' | 'base64' | 'base64url';

/** `undefined` unless `text` is the one canonical way to write its bytes: a signature has no second spelling. */
export function decodeStrictly(text: string, encoding: TextEncoding): Buffer | undefined {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : undefined;
}
