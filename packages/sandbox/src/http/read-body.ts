import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
const MAX_BODY_BYTES = 65_536;

/** Reads a whole body as UTF-8 and hands it on; undefined where it is larger than the bound. */
export function readBody(request: IncomingMessage, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const read = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) {
      chunks.push(chunk);
      return;
    }
    request.off('data', read).off('end', end);
    done(undefined);
  };
  const end = (): void => done(chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString());
  request.on('data', read).on('end', end);
}
