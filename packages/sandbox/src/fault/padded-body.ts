import { gzipSync } from 'node:zlib';

const BLOCK_BYTES = 65_536;
const GZIP_MEMBER_BYTES = 16_777_216;

let spaces: Buffer | undefined;

/**
 * A gzip body of a few hundred kilobytes that inflates to `bytes` spaces and then the real body.
 * Gzip members may follow one another, so one compressed run of spaces is repeated.
 * @see https://www.rfc-editor.org/rfc/rfc1952#page-5
 */
export function gzipBomb(body: string, bytes: number): Buffer {
  spaces ??= gzipSync(Buffer.alloc(GZIP_MEMBER_BYTES, ' '));
  const members = Array.from({ length: Math.ceil(bytes / GZIP_MEMBER_BYTES) }, () => spaces ?? Buffer.alloc(0));
  return Buffer.concat([...members, gzipSync(body)]);
}

/** `bytes` spaces and then the real body, in blocks. */
export function* paddedBody(body: string, bytes: number): Generator<Buffer> {
  const block = Buffer.alloc(BLOCK_BYTES, ' ');
  for (let sent = 0; sent < bytes; sent += BLOCK_BYTES) yield block;
  yield Buffer.from(body);
}
