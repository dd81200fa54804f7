import { attributeValue, characterData, type XmlElement } from '@polyrail/xml';

/**
 * Writes an element as a canonical one without any namespace declaration. What carries a signature is left out.
 *
 * @returns `undefined` where something in it is of another namespace
 */
export function elementInOneNamespace(element: XmlElement, namespace: string): string | undefined {
  if (element.namespace !== namespace) return undefined;
  let text = `<${element.local}`;
  for (const { namespace: other, local, value } of element.attributes) {
    if (other !== '') return undefined;
    text += ` ${local}="${attributeValue(value)}"`;
  }
  text += '>';
  const isOnlyElements = element.children.some((child) => typeof child !== 'string');
  for (const child of element.children) {
    if (typeof child === 'string') text += isOnlyElements ? child.trim() && characterData(child) : characterData(child);
    else if (child.local !== 'Sgntr') {
      const inner = elementInOneNamespace(child, namespace);
      if (inner === undefined) return undefined;
      text += inner;
    }
  }
  return `${text}</${element.local}>`;
}
