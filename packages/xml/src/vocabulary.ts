import { PolyrailError } from '@polyrail/core/provider';
import type { XmlAttribute, XmlElement } from './xml-element.ts';
import { isNcName } from './xml-names.ts';
import { isXmlText } from './xml-text.ts';

/** Makes elements of one namespace. Attributes given as a record have no namespace. */
export type ElementMaker = (
  local: string,
  attributes?: Readonly<Record<string, string>> | readonly XmlAttribute[],
  ...children: readonly (XmlElement | string)[]
) => XmlElement;

/**
 * Begins a vocabulary: `const ds = vocabulary('http://www.w3.org/2000/09/xmldsig#', 'ds')`, then `ds('Object', {}, 'text')`.
 * What it makes is written by {@link canonicalize}.
 *
 * @throws PolyrailError `command_invalid` for a name that XML does not allow, or a text with characters that it cannot hold
 */
export function vocabulary(namespace: string, prefix: string): ElementMaker {
  return (local, attributes = {}, ...children) => {
    const list = isList(attributes)
      ? attributes
      : Object.entries(attributes).map(([name, value]) => ({ prefix: '', local: name, namespace: '', value }));
    const names = [local, ...list.map((attribute) => attribute.local)];
    const texts = [...list.map(({ value }) => value), ...children.filter((child) => typeof child === 'string')];
    if (!names.every(isNcName) || !texts.every(isXmlText))
      throw new PolyrailError('command_invalid', 'a name or a text cannot be written as XML');
    return { prefix, local, namespace, attributes: list, declarations: [], children };
  };
}

function isList(
  attributes: Readonly<Record<string, string>> | readonly XmlAttribute[],
): attributes is readonly XmlAttribute[] {
  return Array.isArray(attributes);
}
