import { canonicalize } from 'json-canonicalize';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The canonical bytes of a JSON body (RFC 8785); `undefined` for one that is no JSON in UTF-8, or nested too deeply to be read. */
export function canonicalJson(body: Uint8Array): Uint8Array | undefined {
  try {
    return Buffer.from(canonicalize(JSON.parse(utf8.decode(body))));
  } catch {
    return undefined;
  }
}
