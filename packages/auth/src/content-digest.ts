import { createHash, timingSafeEqual } from 'node:crypto';

export type DigestAlgorithm = 'sha-256' | 'sha-512';

type Body = string | Uint8Array;

/** The field `Content-Digest` over the bytes of a body. @see https://www.rfc-editor.org/rfc/rfc9530 */
export function contentDigest(body: Body, algorithm: DigestAlgorithm = 'sha-256'): string {
  return `${algorithm}=:${digestOf(body, algorithm).toString('base64')}:`;
}

/** Whether a `Content-Digest` is there and every digest in it that is known is the one of these bytes. */
export function isContentDigest(field: string | undefined, body: Body): boolean {
  const known = [...(field ?? '').matchAll(/(?:^|,)\s*(sha-256|sha-512)=:([A-Za-z0-9+/]+=*):\s*(?=,|$)/g)];
  return (
    known.length > 0 &&
    known.every(([, algorithm, value]) => {
      const expected = digestOf(body, algorithm === 'sha-512' ? 'sha-512' : 'sha-256');
      const given = Buffer.from(value ?? '', 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    })
  );
}

function digestOf(body: Body, algorithm: DigestAlgorithm): Buffer {
  return createHash(algorithm.replace('-', '')).update(body).digest();
}
