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

/** What an element of a document inherits. */
export function surroundingsOf(element: ParsedElement): Surroundings {
  return surroundingsWithin(element.parent);
}

/** What a child of this element inherits. */
export function surroundingsWithin(parent: ParsedElement | undefined): Surroundings {
  const namespaces = new Map<string, XmlNamespace>();
  const xmlAttributes = new Map<string, XmlAttribute>();
  for (let outer = parent; outer; outer = outer.parent) {
    for (const one of outer.declarations) if (!namespaces.has(one.prefix)) namespaces.set(one.prefix, one);
    for (const one of outer.attributes)
      if (one.namespace === xmlNamespace && !xmlAttributes.has(one.local)) xmlAttributes.set(one.local, one);
  }
  return { namespaces: [...namespaces.values()], xmlAttributes: [...xmlAttributes.values()] };
}
