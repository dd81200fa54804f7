import type { Issue } from '@polyrail/core';

/**
 * The number in a JSON text that is not written as a plain integer, by the name of its member. `JSON.parse` reads 5e3 and
 * 5000.0 as 5000, but in an amount they are more likely a mistake of a factor than meant.
 *
 * @param text valid JSON
 */
export function inexactNumber(text: string): Issue | undefined {
  let member = 'body';
  for (const [, name, colon, number] of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*(:?)|(-?\d[\d.eE+-]*)/g)) {
    if (colon === ':' && name !== undefined) member = name.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
    if (number !== undefined && /[.eE]/.test(number))
      return { path: member, code: 'invalid', message: `${member} must be written without fraction and exponent` };
  }
  return undefined;
}
