import type { ParsedElement } from '@polyrail/xml';
import type { ChildShape, ElementShape, TypeShape } from './wsdl/element-shape.ts';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** What an element of a response holds, by the schema: text is always a string, what may repeat always a list, nil is null. */
export type ReadValue = string | null | ReadFields | readonly ReadValue[];

/** Elements by their names; `@name` is an attribute, `#text` the text beside attributes. */
export interface ReadFields {
  readonly [name: string]: ReadValue;
}

/**
 * Reads an element by its shape. Elements that the schema does not name are left out, as a provider may add some.
 *
 * @returns `undefined` where it does not fit: another name, one that may be there once twice, text in place of elements
 */
export function readElement(shape: ElementShape, element: ParsedElement): ReadValue | undefined {
  if (element.local !== shape.name || element.namespace !== shape.namespace) return undefined;
  return readType(shape.type, element);
}

function readType(type: TypeShape, element: ParsedElement): ReadValue | undefined {
  if (type.text !== undefined) return readText(type, element);
  const fields: Record<string, ReadValue> = Object.create(null);
  readAttributes(type, element, fields);
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (/[^ \t\r\n]/.test(child)) return undefined;
    } else if (!readChild(type.childrenByName.get(child.local), child, fields)) return undefined;
  }
  return fields;
}

function readChild(shape: ChildShape | undefined, child: ParsedElement, fields: Record<string, ReadValue>): boolean {
  if (shape === undefined || shape.namespace !== child.namespace) return true;
  const known = fields[shape.name];
  const value = isNil(child) ? null : readType(shape.type, child);
  if (value === undefined) return false;
  if (Array.isArray(known)) known.push(value);
  else if (known !== undefined) return false;
  else fields[shape.name] = shape.isList ? [value] : value;
  return true;
}

function readText(type: TypeShape, element: ParsedElement): ReadValue | undefined {
  const [text = '', ...more] = element.children;
  if (typeof text !== 'string' || more.length > 0) return undefined;
  if (type.attributes.length === 0) return text;
  const fields: Record<string, ReadValue> = Object.create(null);
  readAttributes(type, element, fields);
  fields['#text'] = text;
  return fields;
}

function readAttributes(type: TypeShape, element: ParsedElement, fields: Record<string, ReadValue>): void {
  for (const { local, namespace, value } of element.attributes)
    if (namespace === '' && type.attributes.some(({ name }) => name === local)) fields[`@${local}`] = value;
}

/** Whatever the schema says: some stacks write `nil` for all that they have no value of. */
function isNil({ attributes }: ParsedElement): boolean {
  return attributes.some(
    ({ local, namespace, value }) => namespace === xsi && local === 'nil' && /^(true|1)$/.test(value),
  );
}
