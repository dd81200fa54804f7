import type { Issue } from '@polyrail/core';

/**
 * The member of a JSON text that can be read in two ways: a name that one object has twice, of which `JSON.parse` takes the
 * last and others the first, or a number that is not written as a plain integer. `JSON.parse` reads 5e3 and 5000.0 as 5000,
 * but in an amount they are more likely a mistake of a factor than meant.
 *
 * @param text valid JSON
 * @see RFC 8259, section 4
 */
export function unclearMember(text: string): Issue | undefined {
  const open: (Set<string> | undefined)[] = [];
  let member = 'body';
  for (const token of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*(:?)|(-?\d[\d.eE+-]*)|([[{])|[\]}]/g)) {
    const [whole, name, colon, number, bracket] = token;
    if (bracket !== undefined) open.push(bracket === '{' ? new Set() : undefined);
    else if (whole === ']' || whole === '}') open.pop();
    else if (number !== undefined && /[.eE]/.test(number))
      return { path: member, code: 'invalid', message: `${member} must be written without fraction and exponent` };
    if (colon !== ':' || name === undefined) continue;
    const meant = name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name;
    member = meant.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
    if (open.at(-1)?.has(meant))
      return { path: member, code: 'repeated', message: `${member} must be there once only` };
    open.at(-1)?.add(meant);
  }
  return undefined;
}
