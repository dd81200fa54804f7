import type { CanonicalMethod } from './canonicalize.ts';
import type { ParsedElement, XmlDocument } from './xml-element.ts';

/**
 * The canonical form of a whole document without one of its elements, cut out of the text that was read. `undefined` if it is
 * written otherwise somewhere else than in that element: then it has to be made by `canonicalize`.
 */
export function canonicalAsWritten(
  { text, root, deviations }: XmlDocument,
  method: CanonicalMethod,
  without?: ParsedElement,
): string | undefined {
  const otherwise = method === 'exclusive' ? deviations.exclusive : deviations.inclusive;
  if (without === undefined) return otherwise === undefined ? text.slice(root.start, root.end) : undefined;
  if (otherwise && (otherwise.first < without.start || otherwise.last >= without.end)) return undefined;
  return text.slice(root.start, without.start) + text.slice(without.end, root.end);
}
