import { attributeValue } from './canonical-text.ts';
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

/**
 * The exclusive form, without a list of prefixes, of an element in which every name has the element's own prefix and nothing is
 * declared, cut out of the text that was read. `undefined` if it is not like that, or if some of it is written otherwise.
 */
export function elementAsWritten({ text, deviations }: XmlDocument, element: ParsedElement): string | undefined {
  const { start, end, prefix, local, namespace } = element;
  const { exclusive } = deviations;
  if ((exclusive && exclusive.first < end && exclusive.last >= start) || !isOfOnePrefix(element, prefix))
    return undefined;
  const [name, declared] = prefix === '' ? [local, 'xmlns'] : [`${prefix}:${local}`, `xmlns:${prefix}`];
  const declaration = namespace === '' ? '' : ` ${declared}="${attributeValue(namespace)}"`;
  return `<${name}${declaration}${text.slice(start + 1 + name.length, end)}`;
}

function isOfOnePrefix(element: ParsedElement, prefix: string): boolean {
  if (element.prefix !== prefix || element.declarations.length > 0) return false;
  for (const attribute of element.attributes) if (attribute.prefix !== '') return false;
  for (const child of element.children) if (typeof child !== 'string' && !isOfOnePrefix(child, prefix)) return false;
  return true;
}
