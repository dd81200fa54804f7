import type { ParsedElement } from '@polyrail/xml/document';
import type { ReadDocument } from './content.ts';
import { refuse } from './schema-refusal.ts';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const locations = new Set(['schemaLocation', 'noNamespaceSchemaLocation']);
// What looks like a section in here is none.
const insignificant = /<!--.*?-->|<\?.*?\?>/gs;

/** The value of the one attribute that an element may have; any other is refused. Where a schema may be is read over. */
export function onlyAttribute(element: ParsedElement, allowed: string | undefined): string | undefined {
  let found: string | undefined;
  for (const { local, namespace, value } of element.attributes) {
    if (namespace === '' && local === allowed) found = value;
    else if (namespace === xsi && (local === 'type' || local === 'nil'))
      refuse('xsi_refused', `no xsi:${local}`, element);
    else if (namespace !== xsi || !locations.has(local))
      refuse('attribute_unexpected', allowed === undefined ? 'no attribute' : `no attribute but ${allowed}`, element);
  }
  return found;
}

/** Refuses `xsi:type` and `xsi:nil` where any element may stand: they would change what the element is. */
export function refuseXsi(element: ParsedElement): void {
  for (const { local, namespace } of element.attributes)
    if (namespace === xsi && (local === 'type' || local === 'nil')) refuse('xsi_refused', `no xsi:${local}`, element);
}

/** The text of an element that has nothing else. */
export function onlyText(element: ParsedElement): string {
  const [text = '', ...more] = element.children;
  if (typeof text !== 'string' || more.length > 0) refuse('element_unexpected', 'text, and no element', element);
  return text;
}

/** The elements of an element that has nothing else but white space between them. */
export function onlyElements(element: ParsedElement, document: ReadDocument): readonly ParsedElement[] {
  const elements: ParsedElement[] = [];
  for (const child of element.children) {
    if (typeof child !== 'string') elements.push(child);
    else if (/[^ \t\r\n]/.test(child)) refuse('text_unexpected', 'elements, and no text', element);
  }
  if (document.hasCdata && hasCdataBetween(element, elements, document.text))
    refuse('text_unexpected', 'elements, and no CDATA', element);
  return elements;
}

function hasCdataBetween(element: ParsedElement, children: readonly ParsedElement[], text: string): boolean {
  const starts = [...children.map(({ start }) => start), element.end];
  const ends = [element.start, ...children.map(({ end }) => end)];
  return starts.some((start, at) => text.slice(ends[at], start).replace(insignificant, '').includes('<![CDATA['));
}
