import { isDeclarable, NamespaceScope } from './namespace-scope.ts';
import type { XmlCursor } from './xml-cursor.ts';
import type { XmlAttribute, XmlName, XmlNamespace } from './xml-element.ts';
import { type XmlIssueCode, XmlRefusal } from './xml-issue.ts';
import type { XmlLimits } from './xml-limits.ts';
import { readAttributeValue } from './xml-text.ts';

/** A start tag or an empty element tag. */
export interface StartTag {
  readonly qualified: string;
  readonly name: XmlName;
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly XmlNamespace[];
  readonly scope: NamespaceScope;
  readonly isEmpty: boolean;
}

interface RawAttribute {
  readonly qualified: string;
  readonly value: string;
  readonly at: number;
}

const none: readonly never[] = [];
const [slash, greaterThan] = [0x2f, 0x3e];

/** Reads a tag from behind its name to its `>`. */
export function readStartTag(cursor: XmlCursor, qualified: string, outer: NamespaceScope, limits: XmlLimits): StartTag {
  const nameAt = cursor.at - qualified.length;
  const raw = readRawAttributes(cursor, limits);
  const isEmpty = cursor.code() === slash;
  if (isEmpty) cursor.at += 1;
  cursor.expect('>');
  const declarations = raw.some(isDeclaration) ? raw.filter(isDeclaration).map(declarationOf) : none;
  const scope = scopeWith(declarations, outer, limits, nameAt - 1);
  const name = resolved(scope.elementName(qualified), nameAt);
  const attributes = raw.length === declarations.length ? none : resolveAttributes(raw, scope);
  return {
    qualified,
    name,
    attributes,
    declarations: declarations.every(isVisible) ? declarations : declarations.filter(isVisible),
    scope,
    isEmpty,
  };
}

function readRawAttributes(cursor: XmlCursor, limits: XmlLimits): readonly RawAttribute[] {
  if (cursor.code() === greaterThan) return none;
  const raw: RawAttribute[] = [];
  while (cursor.skipSpace() && cursor.code() !== greaterThan && cursor.code() !== slash) {
    if (raw.length === limits.attributes) throw cursor.refusal('too_many_attributes');
    raw.push(readRawAttribute(cursor, limits));
  }
  return raw;
}

function readRawAttribute(cursor: XmlCursor, limits: XmlLimits): RawAttribute {
  const at = cursor.at;
  const qualified = cursor.takeName();
  cursor.skipSpace();
  cursor.expect('=');
  cursor.skipSpace();
  const quote = cursor.text[cursor.at];
  if (quote !== '"' && quote !== "'") throw cursor.refusal('syntax');
  cursor.at += 1;
  const start = cursor.at;
  const value = readAttributeValue(cursor.takeUntil(quote), start);
  if (value.length > limits.text) throw cursor.refusal('text_too_long', start);
  return { qualified, value, at };
}

function isDeclaration({ qualified }: RawAttribute): boolean {
  return qualified === 'xmlns' || qualified.startsWith('xmlns:');
}

function declarationOf({ qualified, value, at }: RawAttribute): XmlNamespace {
  const declaration = { prefix: qualified.slice(6), uri: value };
  if (!isDeclarable(declaration, qualified)) throw new XmlRefusal('namespace_invalid', at);
  return declaration;
}

/** `xml` is always declared: saying so again changes nothing. */
function isVisible({ prefix }: XmlNamespace): boolean {
  return prefix !== 'xml';
}

function scopeWith(
  declarations: readonly XmlNamespace[],
  outer: NamespaceScope,
  limits: XmlLimits,
  start: number,
): NamespaceScope {
  if (declarations.length === 0) return outer;
  if (declarations.length > 1 && new Set(declarations.map(({ prefix }) => prefix)).size < declarations.length)
    throw new XmlRefusal('attribute_repeated', start);
  const scope = new NamespaceScope(declarations, outer);
  if (scope.size > limits.namespaces) throw new XmlRefusal('too_many_namespaces', start);
  return scope;
}

function resolveAttributes(raw: readonly RawAttribute[], scope: NamespaceScope): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (const one of raw) {
    if (isDeclaration(one)) continue;
    const { prefix, local, namespace } = resolved(scope.attributeName(one.qualified), one.at);
    if (attributes.some((other) => other.local === local && other.namespace === namespace))
      throw new XmlRefusal('attribute_repeated', one.at);
    attributes.push({ prefix, local, namespace, value: one.value });
  }
  // An array that grew has room for many.
  return attributes.slice();
}

function resolved(name: XmlName | XmlIssueCode, at: number): XmlName {
  if (typeof name === 'string') throw new XmlRefusal(name, at);
  return name;
}
