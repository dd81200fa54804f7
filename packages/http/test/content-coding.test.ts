import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeContent } from '../src/content-coding.ts';

const text = Buffer.from('{"status":"captured"}');

describe('a content coding', () => {
  it.each([
    ['identity', text],
    [undefined, text],
    ['gzip', gzipSync(text)],
    [' X-GZIP ', gzipSync(text)],
    ['deflate', deflateSync(text)],
  ])('%j is undone', (coding, body) => {
    expect(decodeContent(body, coding, 100)).toEqual(text);
  });

  it.each([
    ['cut off', 'gzip', gzipSync(text).subarray(0, -9), 'body_broken'],
    ['not gzip', 'gzip', text, 'body_broken'],
    ['unknown', 'zstd', text, 'body_broken'],
    ['twice', 'gzip, gzip', gzipSync(gzipSync(text)), 'body_broken'],
    ['twice in two fields', ['gzip', 'gzip'], gzipSync(gzipSync(text)), 'body_broken'],
    ['larger than the limit', 'gzip', gzipSync(Buffer.alloc(101)), 'body_too_large'],
  ])('%s is a fault', (_name, coding, body, code) => {
    expect(decodeContent(body, coding, 100)).toMatchObject({ fault: { code } });
  });
});
