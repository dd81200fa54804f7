import { attributeValue, characterData } from './canonical-text.ts';
import { bind, type NamespaceBindings, uriOf } from './namespace-bindings.ts';
import { xmlNamespace } from './namespace-scope.ts';
import { noSurroundings, type Surroundings } from './surroundings.ts';
import type { XmlAttribute, XmlElement, XmlNamespace } from './xml-element.ts';

/** Exclusive Canonical XML 1.0, Canonical XML 1.0 and 1.1; each without comments. */
export type CanonicalMethod = 'exclusive' | 'c14n10' | 'c14n11';

/** How an element is written. */
export interface CanonicalOptions {
  /** Default `exclusive`. */
  readonly method?: CanonicalMethod;
  /** The PrefixList of InclusiveNamespaces, for `exclusive`; `''` is `#default`. Default none. */
  readonly inclusivePrefixes?: readonly string[];
  /** What is in force around the element. Default nothing: the element stands alone. */
  readonly surroundings?: Surroundings;
  /** An element that is left out: what the transform enveloped-signature does. */
  readonly without?: XmlElement;
}

/**
 * The canonical form of an element and all that is in it. The namespaces that a name needs are declared whether or not the tree
 * declares them, so this also writes trees that were built and not read.
 *
 * @see https://www.w3.org/TR/xml-exc-c14n/
 * @see https://www.w3.org/TR/xml-c14n11/
 */
export function canonicalize(element: XmlElement, options: CanonicalOptions = {}): string {
  const writer = new CanonicalWriter(options, Number.POSITIVE_INFINITY);
  writer.writeApex(element);
  return writer.text;
}

/** As {@link canonicalize}; `undefined` when it would be longer than `maxLength`: the exclusive form repeats declarations. */
export function canonicalizeWithin(
  element: XmlElement,
  options: CanonicalOptions,
  maxLength: number,
): string | undefined {
  const writer = new CanonicalWriter(options, maxLength);
  writer.writeApex(element);
  return writer.text.length > maxLength ? undefined : writer.text;
}

class CanonicalWriter {
  text = '';
  readonly #method: CanonicalMethod;
  readonly #inclusivePrefixes: readonly string[];
  readonly #surroundings: Surroundings;
  readonly #without: XmlElement | undefined;
  readonly #maxLength: number;

  constructor(options: CanonicalOptions, maxLength: number) {
    this.#method = options.method ?? 'exclusive';
    this.#inclusivePrefixes = options.inclusivePrefixes ?? [];
    this.#surroundings = options.surroundings ?? noSurroundings;
    this.#without = options.without;
    this.#maxLength = maxLength;
  }

  writeApex(element: XmlElement): void {
    const { namespaces } = this.#surroundings;
    const own = element.declarations.map(({ prefix }) => prefix);
    const declarations = [...namespaces.filter(({ prefix }) => !own.includes(prefix)), ...element.declarations];
    this.#write(element, declarations, [...element.attributes, ...this.#inherited(element)], undefined);
  }

  /** Inclusive forms carry `xml:` attributes of the ancestors into the apex; of 1.1 only these three. */
  #inherited({ attributes }: XmlElement): readonly XmlAttribute[] {
    if (this.#method === 'exclusive') return [];
    return this.#surroundings.xmlAttributes.filter(
      ({ local }) =>
        !(this.#method === 'c14n11' && !/^(?:lang|space|base)$/.test(local)) &&
        !attributes.some((own) => own.local === local && own.namespace === xmlNamespace),
    );
  }

  #write(
    element: XmlElement,
    declarations: readonly XmlNamespace[],
    attributes: readonly XmlAttribute[],
    outer: NamespaceBindings,
  ): void {
    const written = this.#needed(element, declarations, outer);
    const name = element.prefix === '' ? element.local : `${element.prefix}:${element.local}`;
    this.text += startTagText(name, written, attributes);
    const inForce = written.length === 0 ? outer : bind(outer, written);
    for (const child of element.children) {
      if (this.text.length > this.#maxLength) return;
      if (typeof child === 'string') this.text += characterData(child);
      else if (child !== this.#without) this.#write(child, child.declarations, child.attributes, inForce);
    }
    this.text += `</${name}>`;
  }

  /** The declarations to write here: those that this form wants and that are not in force in what was written. */
  #needed(
    element: XmlElement,
    declarations: readonly XmlNamespace[],
    outer: NamespaceBindings,
  ): readonly XmlNamespace[] {
    let needed = wanting(none, element, outer);
    for (const attribute of element.attributes) if (attribute.prefix !== '') needed = wanting(needed, attribute, outer);
    for (const { prefix, uri } of declarations)
      if (this.#method !== 'exclusive' || this.#inclusivePrefixes.includes(prefix))
        needed = wanting(needed, { prefix, namespace: uri }, outer);
    return needed;
  }
}

const none: readonly never[] = [];

/** The declarations with that of a prefix, unless it is among them, or in force. */
function wanting(
  needed: readonly XmlNamespace[],
  { prefix, namespace }: Pick<XmlElement, 'prefix' | 'namespace'>,
  outer: NamespaceBindings,
): readonly XmlNamespace[] {
  if (prefix === 'xml' || uriOf(outer, prefix) === namespace) return needed;
  return needed.some((one) => one.prefix === prefix) ? needed : [...needed, { prefix, uri: namespace }];
}

/** A start tag as canonical forms write it, with these declarations. */
export function startTagText(
  name: string,
  declarations: readonly XmlNamespace[],
  attributes: readonly XmlAttribute[],
): string {
  let text = `<${name}`;
  for (const { prefix, uri } of declarations.length < 2 ? declarations : declarations.toSorted(byPrefix))
    text += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeValue(uri)}"`;
  for (const { prefix, local, value } of attributes.length < 2 ? attributes : attributes.toSorted(byName))
    text += ` ${prefix === '' ? local : `${prefix}:${local}`}="${attributeValue(value)}"`;
  return `${text}>`;
}

function byPrefix(one: XmlNamespace, other: XmlNamespace): number {
  return compareCodePoints(one.prefix, other.prefix);
}

function byName(one: XmlAttribute, other: XmlAttribute): number {
  return compareCodePoints(one.namespace, other.namespace) || compareCodePoints(one.local, other.local);
}

/** The order of UTF-8 and of Canonical XML. UTF-16 has another one: surrogates come before U+E000. */
function compareCodePoints(one: string, other: string): number {
  if (one === other) return 0;
  let at = 0;
  while (one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return (one.codePointAt(at) ?? -1) - (other.codePointAt(at) ?? -1);
}
