import { X509Certificate } from 'node:crypto';

const maxCertificates = 8;
const block = /-----BEGIN CERTIFICATE-----[\w+/=\s]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM text in their order; `undefined` when one cannot be read, or there are none, or too many. */
export function readCertificates(pem: string): readonly X509Certificate[] | undefined {
  const blocks = pem.match(block) ?? [];
  if (blocks.length === 0 || blocks.length > maxCertificates) return undefined;
  try {
    return blocks.map((text) => new X509Certificate(text));
  } catch {
    return undefined;
  }
}

/**
 * Whether a path leads from the first of `certificates` over the others to one of `roots`: each signed by the next, each issuer an
 * authority, all valid at `nowMs`. Revocation and path length are not looked at.
 */
export function leadsToRoot(
  certificates: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  nowMs: number,
): boolean {
  const [leaf, ...others] = certificates;
  let current = leaf;
  for (let depth = 0; depth < maxCertificates && current !== undefined && isValidAt(current, nowMs); depth++) {
    const subject: X509Certificate = current;
    if (roots.some((root) => isValidAt(root, nowMs) && issued(root, subject))) return true;
    current = others.find((other) => issued(other, subject));
  }
  return false;
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isValidAt({ validFrom, validTo }: X509Certificate, nowMs: number): boolean {
  return Date.parse(validFrom) <= nowMs && nowMs <= Date.parse(validTo);
}
