import { xmlNamespace } from './namespace-scope.ts';
import type { ParsedElement, XmlAttribute, XmlNamespace } from './xml-element.ts';

/** What an element inherits from those around it, as far as canonical forms write it. */
export interface Surroundings {
  /** One for each prefix that is in force outside of the element. */
  readonly namespaces: readonly XmlNamespace[];
  /** `xml:lang` and its like, the nearest of each. */
  readonly xmlAttributes: readonly XmlAttribute[];
}

export const noSurroundings: Surroundings = { namespaces: [], xmlAttributes: [] };

/** Looks outwards from an element of a document. */
export function surroundingsOf(element: ParsedElement): Surroundings {
  const namespaces = new Map<string, XmlNamespace>();
  const xmlAttributes = new Map<string, XmlAttribute>();
  for (let outer = element.parent; outer; outer = outer.parent) {
    for (const one of outer.declarations) if (!namespaces.has(one.prefix)) namespaces.set(one.prefix, one);
    for (const one of outer.attributes)
      if (one.namespace === xmlNamespace && !xmlAttributes.has(one.local)) xmlAttributes.set(one.local, one);
  }
  return { namespaces: [...namespaces.values()], xmlAttributes: [...xmlAttributes.values()] };
}
