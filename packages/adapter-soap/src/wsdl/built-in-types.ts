import type { TextKind } from './element-shape.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const integers = new Set(
  words(`integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger
    unsignedLong unsignedInt unsignedShort unsignedByte`),
);

/** The types of XSD without a prefix, which the engine keeps no type of the same name beside. */
export const builtIn: ReadonlySet<string> = new Set([
  ...integers,
  ...words(`string normalizedString token language Name NCName NMTOKEN NMTOKENS ID IDREF IDREFS ENTITY ENTITIES
    boolean decimal float double hexBinary base64Binary anyURI QName NOTATION anyType anySimpleType
    duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth`),
]);

/** The kind of text that a type of XSD has. */
export function textKindOf(name: string): TextKind {
  if (name === 'decimal' || name === 'boolean') return name;
  return integers.has(name) ? 'integer' : 'any';
}
