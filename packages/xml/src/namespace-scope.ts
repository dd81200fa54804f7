import type { XmlName, XmlNamespace } from './xml-element.ts';
import type { XmlIssueCode } from './xml-issue.ts';
import { isNcName } from './xml-names.ts';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

// RFC 3986, without the rules of single schemes.
const absoluteUri = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/** The namespaces in force at an element, and the names that were resolved with them. */
export class NamespaceScope {
  /** Declarations in force, those that are hidden included: what a look-up may cost. */
  readonly size: number;
  readonly #parent: NamespaceScope | undefined;
  readonly #declarations: readonly XmlNamespace[];
  readonly #default: string;
  readonly #elements = new Map<string, XmlName>();
  readonly #attributes = new Map<string, XmlName>();

  constructor(declarations: readonly XmlNamespace[], parent?: NamespaceScope) {
    this.#declarations = declarations;
    this.#parent = parent;
    this.#default = this.uriOf('') ?? '';
    this.size = declarations.length + (parent?.size ?? 0);
  }

  /** The name of an element, or why it is none. */
  elementName(qualified: string): XmlName | XmlIssueCode {
    if (!qualified.includes(':'))
      return isNcName(qualified) ? { prefix: '', local: qualified, namespace: this.#default } : 'name_invalid';
    return this.#resolve(qualified, this.#elements, 'default');
  }

  /** The name of an attribute: without a prefix it has no namespace. */
  attributeName(qualified: string): XmlName | XmlIssueCode {
    return this.#resolve(qualified, this.#attributes, 'none');
  }

  #resolve(qualified: string, known: Map<string, XmlName>, unprefixed: 'default' | 'none'): XmlName | XmlIssueCode {
    const before = known.get(qualified);
    if (before) return before;
    const colon = qualified.indexOf(':');
    const prefix = colon < 0 ? '' : qualified.slice(0, colon);
    const local = qualified.slice(colon + 1);
    if (!isNcName(local) || (colon >= 0 && !isNcName(prefix))) return 'name_invalid';
    const namespace = colon < 0 && unprefixed === 'none' ? '' : this.uriOf(prefix);
    if (namespace === undefined) return 'prefix_undeclared';
    const name = { prefix, local, namespace };
    known.set(qualified, name);
    return name;
  }

  /** What a prefix stands for; `undefined` if it is not declared, `''` without a default namespace. */
  uriOf(prefix: string): string | undefined {
    if (prefix === 'xml') return xmlNamespace;
    for (let scope: NamespaceScope | undefined = this; scope; scope = scope.#parent) {
      const declared = scope.#declarations.find((declaration) => declaration.prefix === prefix);
      if (declared) return declared.uri;
    }
    return prefix === '' ? '' : undefined;
  }
}

/**
 * Whether Namespaces in XML 1.0 and Canonical XML allow the declaration that the attribute `qualified` makes:
 * reserved names stay what they are, a prefix is a name and is not taken back, and a URI is absolute.
 */
export function isDeclarable({ prefix, uri }: XmlNamespace, qualified: string): boolean {
  if (qualified !== 'xmlns' && !isNcName(prefix)) return false;
  if (prefix === 'xml') return uri === xmlNamespace;
  if (uri === '') return prefix === '';
  return prefix !== 'xmlns' && uri !== xmlNamespace && uri !== xmlnsNamespace && absoluteUri.test(uri);
}
