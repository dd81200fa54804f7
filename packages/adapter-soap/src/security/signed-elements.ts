import { createHash } from 'node:crypto';
import { canonicalize, type ParsedElement, surroundingsOf } from '@polyrail/xml';
import { utilityNamespace } from '../envelope.ts';
import { elementsOf } from '../soap-response.ts';
import type { SignedReference } from './read-signature.ts';

/** Every element with a `wsu:Id`. `undefined` where one id, of whatever kind, is there twice: a Reference could mean either. */
export function elementsById(root: ParsedElement): ReadonlyMap<string, ParsedElement> | undefined {
  const seen = new Set<string>();
  const found = new Map<string, ParsedElement>();
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    for (const { local, namespace, value } of element.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      if (seen.has(value)) return undefined;
      seen.add(value);
      if (local === 'Id' && namespace === utilityNamespace) found.set(value, element);
    }
    waiting.push(...elementsOf(element));
  }
  return found;
}

/** The elements that the references name, where every digest is right. */
export function digestsMatch(
  references: readonly SignedReference[],
  elements: ReadonlyMap<string, ParsedElement>,
): readonly ParsedElement[] | undefined {
  const signed: ParsedElement[] = [];
  for (const { id, hash, digest, inclusivePrefixes } of references) {
    const element = elements.get(id);
    if (element === undefined || signed.includes(element)) return undefined;
    const text = canonicalize(element, { inclusivePrefixes, surroundings: surroundingsOf(element) });
    if (createHash(hash).update(text).digest('base64') !== digest) return undefined;
    signed.push(element);
  }
  return signed;
}
