import { PolyrailError } from '@polyrail/core/provider';
import type { ParsedElement } from '@polyrail/xml';

/** The texts of a header and of the document that travels with it. */
export interface EnvelopeParts {
  /** `AppHdr`. Absent where messages travel without one. */
  readonly header: string | undefined;
  /** `Document`. */
  readonly document: string;
}

/** What stands between the tags of a canonical element. */
export function contentOf(xml: string): string {
  return xml.slice(xml.indexOf('>') + 1, Math.max(0, xml.lastIndexOf('<')));
}

/** The elements in an element. */
export function elementsIn({ children }: ParsedElement): readonly ParsedElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The element that a network has for a message. @throws PolyrailError `configuration_invalid` when it has none */
export function elementFor(elements: Readonly<Record<string, string>>, messageName: string): string {
  const element = elements[messageName.replace(/\.\d\d$/, '')];
  if (element !== undefined) return element;
  throw new PolyrailError('configuration_invalid', `the network has no element for ${messageName}`);
}
