import type { XmlName, XmlNamespace } from './xml-element.ts';
import type { XmlIssueCode } from './xml-issue.ts';
import { isNcName } from './xml-names.ts';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

// RFC 3986, appendix A, without the rules of single schemes. As libxml2 has it: a port of digits, and brackets in a fragment.
const regName = "(?:[\\w\\-.~!$&'()*+,;=]|%[0-9A-Fa-f]{2})";
const pathCharacter = `(?:${regName}|[:@])`;
const authority = `(?:(?:${regName}|:)*@)?(?:\\[[^\\]]*\\]|${regName}*)(?::\\d{1,9})?`;
const hierarchy = `(?://${authority}(?:/${pathCharacter}*)*|(?!//)(?:${pathCharacter}|/)*)`;
const query = `(?:${pathCharacter}|[/?])*`;
const fragment = `(?:${pathCharacter}|[/?[\\]])*`;
const absoluteUri = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${hierarchy}(?:\\?${query})?(?:#${fragment})?$`);

// The engine of regular expressions has no room for some megabytes of it.
const longestUri = 65_536;

/** The namespaces in force at an element, and the names that were resolved with them. */
export class NamespaceScope {
  /** Declarations in force, those that are hidden included: what a look-up may cost. */
  readonly size: number;
  /** What a name without a prefix stands in; `''` for nothing. */
  readonly defaultNamespace: string;
  readonly #parent: NamespaceScope | undefined;
  readonly #declarations: readonly XmlNamespace[];
  /** The names with a prefix that were resolved. */
  #names: Map<string, XmlName> | undefined;

  constructor(declarations: readonly XmlNamespace[], parent?: NamespaceScope) {
    this.#declarations = declarations;
    this.#parent = parent;
    this.defaultNamespace = this.uriOf('') ?? '';
    this.size = declarations.length + (parent?.size ?? 0);
  }

  /** The name of an element, or why it is none. */
  elementName(qualified: string): XmlName | XmlIssueCode {
    return qualified.includes(':') ? this.#resolve(qualified) : unprefixed(qualified, this.defaultNamespace);
  }

  /** The name of an attribute: without a prefix it has no namespace. */
  attributeName(qualified: string): XmlName | XmlIssueCode {
    return qualified.includes(':') ? this.#resolve(qualified) : unprefixed(qualified, '');
  }

  #resolve(qualified: string): XmlName | XmlIssueCode {
    const before = this.#names?.get(qualified);
    if (before) return before;
    const colon = qualified.indexOf(':');
    const prefix = qualified.slice(0, colon);
    const local = qualified.slice(colon + 1);
    if (!isNcName(local) || !isNcName(prefix)) return 'name_invalid';
    const namespace = this.uriOf(prefix);
    if (namespace === undefined) return 'prefix_undeclared';
    const name = { prefix, local, namespace };
    this.#names ??= new Map();
    this.#names.set(qualified, name);
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

function unprefixed(local: string, namespace: string): XmlName | XmlIssueCode {
  return isNcName(local) ? { prefix: '', local, namespace } : 'name_invalid';
}

/**
 * Whether Namespaces in XML 1.0 and Canonical XML allow the declaration that the attribute `qualified` makes:
 * reserved names stay what they are, a prefix is a name and is not taken back, and a URI is absolute.
 */
export function isDeclarable({ prefix, uri }: XmlNamespace, qualified: string): boolean {
  if (qualified !== 'xmlns' && !isNcName(prefix)) return false;
  if (prefix === 'xml') return uri === xmlNamespace;
  if (uri === '') return prefix === '';
  if (prefix === 'xmlns' || uri === xmlNamespace || uri === xmlnsNamespace) return false;
  return uri.length <= longestUri && absoluteUri.test(uri);
}
