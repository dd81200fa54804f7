import { createHash, createHmac, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { canonicalize } from '../../src/canonicalize.ts';
import { readXml } from '../../src/read-xml.ts';
import { canonicalUris } from '../../src/signature/algorithm.ts';
import { surroundingsOf } from '../../src/surroundings.ts';
import type { ParsedElement } from '../../src/xml-element.ts';

/** What a careless verifier leaves out besides all checks of place, form and trust. */
export type Carelessness = 'digests' | 'signature';

const hashes: Readonly<Record<string, string>> = { sha1: 'sha1', sha256: 'sha256', sha512: 'sha512' };
const roomy = { bytes: 1e9, depth: 1e4, elements: 1e7, attributes: 1e4, namespaces: 1e6, text: 1e9 };

/**
 * Does what verifiers with advisories did: takes any signature wherever it is, any SignedInfo in it, the key and the algorithm
 * that the message names, any element with the right id or the right digest, and passes over what it does not know. It proves that an attack bites.
 */
export function carelessVerifier(source: string, trusted: KeyObject, without: readonly Carelessness[] = []): boolean {
  const repaired = source
    .replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?>/, '')
    .replace(/&\w+;/g, '')
    .replace(/<\?(?!xml )[^>]*>|<!--[\s\S]*?-->/g, '');
  const reading = readXml(repaired.replace(/([^>])$/, '$1>'), { limits: roomy, instructions: 'ignored' });
  if (reading.kind === 'refused') return false;
  const { root } = reading.document;
  const signatures = all(root, 'Signature');
  if (signatures.length === 0) return without.includes('signature');
  return signatures.some((signature) => {
    const values = all(signature, 'SignatureValue').map((value) => Buffer.from(textOf(value), 'base64'));
    return all(signature, 'SignedInfo').some(
      (info) =>
        (without.includes('signature') || values.some((value) => hasSigned(info, value, keyOf(signature, trusted)))) &&
        all(info, 'Reference').every((reference) => without.includes('digests') || isDigested(root, reference)),
    );
  });
}

function hasSigned(info: ParsedElement, value: Buffer, key: KeyObject): boolean {
  const text = Buffer.from(canonicalize(info, { method: formOf(info), surroundings: surroundingsOf(info) }));
  const algorithm = algorithmOf(all(info, 'SignatureMethod')[0]);
  const [, kind, hash = ''] = /(rsa|hmac)-(sha\d+)/.exec(algorithm) ?? [];
  if (kind === 'hmac')
    return createHmac(hash, key.export({ type: 'spki', format: 'pem' }))
      .update(text)
      .digest()
      .subarray(0, value.length)
      .equals(value);
  return kind === undefined || verify(hash, text, key, value);
}

function isDigested(root: ParsedElement, reference: ParsedElement): boolean {
  const uri = attributeOf(reference, 'URI');
  if (uri !== '' && !uri.startsWith('#')) return true;
  const id = uri.replace(/^#(xpointer\(id\('|)/, '').replace(/'\)\)$/, '');
  const isWhole = uri === '' || uri === '#xpointer(/)';
  const candidates = isWhole
    ? all(root)
    : all(root).filter((element) => element.attributes.some(({ value }) => value === id));
  const hash = hashes[algorithmOf(all(reference, 'DigestMethod')[0]).replace(/.*#/, '')] ?? 'sha256';
  const digest = textOf(all(reference, 'DigestValue')[0]).trim();
  return candidates.some((candidate) =>
    [undefined, ...all(candidate, 'Signature')].some((left) => {
      const without = left ? { without: left } : {};
      const text = canonicalize(candidate, {
        method: formOf(reference),
        surroundings: surroundingsOf(candidate),
        ...without,
      });
      return createHash(hash).update(text).digest('base64') === digest;
    }),
  );
}

function formOf(element: ParsedElement): 'exclusive' | 'c14n10' {
  const names = all(element).map(algorithmOf);
  return names.includes(canonicalUris.c14n10) ? 'c14n10' : 'exclusive';
}

function keyOf(signature: ParsedElement, trusted: KeyObject): KeyObject {
  const [certificate] = all(signature, 'X509Certificate');
  if (certificate) return new X509Certificate(Buffer.from(textOf(certificate), 'base64')).publicKey;
  const [n, e] = ['Modulus', 'Exponent'].map((local) => textOf(all(signature, local)[0]));
  return n && e ? createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: base64url(n), e: base64url(e) } }) : trusted;
}

function base64url(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url');
}

function all(root: ParsedElement, local?: string): readonly ParsedElement[] {
  const found = [root];
  for (const element of found) found.push(...element.children.filter((child) => typeof child !== 'string'));
  return found.filter((element) => local === undefined || element.local === local);
}

function attributeOf(element: ParsedElement, local: string): string {
  return element.attributes.find((attribute) => attribute.local === local)?.value ?? '';
}

function algorithmOf(element: ParsedElement | undefined): string {
  return element ? attributeOf(element, 'Algorithm') : '';
}

function textOf(element: ParsedElement | undefined): string {
  return (element?.children ?? []).filter((child) => typeof child === 'string').join('');
}
