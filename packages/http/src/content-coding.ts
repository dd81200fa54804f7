import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { errorCodeOf, TransportFailure } from './transport-failure.ts';

type Decoder = (coded: Uint8Array, limit: { readonly maxOutputLength: number }) => Buffer;

const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/**
 * Undoes one content coding within a bound. Requests ask for `identity`, so this is for servers that do not listen; in one
 * synchronous step, because input and output are both bounded by the limit for responses.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1
 */
export function decodeContent(
  body: Buffer,
  coding: string | readonly string[] | undefined,
  maxBytes: number,
): Buffer | TransportFailure {
  if (coding === undefined || coding === 'identity' || body.length === 0) return body;
  const decode = decoders.get(String(coding).trim().toLowerCase());
  if (decode === undefined) return new TransportFailure('body_broken', 'the content coding of the response is unknown');
  try {
    return decode(body, { maxOutputLength: maxBytes });
  } catch (error) {
    return errorCodeOf(error) === 'ERR_BUFFER_TOO_LARGE'
      ? new TransportFailure('body_too_large', 'the decoded response body is larger than the limit')
      : new TransportFailure('body_broken', 'the content coding of the response is malformed');
  }
}
