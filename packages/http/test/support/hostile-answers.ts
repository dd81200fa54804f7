import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** One thing that a hostile or broken server says. */
export interface HostileAnswer {
  readonly name: string;
  /** Its bytes. After them the connection stays open, unless `ends` says otherwise. */
  readonly bytes: string | Buffer;
  readonly ends?: 'fin' | 'reset';
  /** Goes on with these bytes for ever. */
  readonly drips?: string;
}

const ok = 'HTTP/1.1 200 OK\r\n';
const paid = '{"status":"paid"}';
const sized = `${ok}content-length: 17\r\n`;
const chunked = `${ok}transfer-encoding: chunked\r\n`;
const mebi = 1_048_576;
const bomb = Buffer.alloc(8 * mebi, 0x20);

const named = (
  name: string,
  bytes: string | Buffer,
  more: Omit<HostileAnswer, 'name' | 'bytes'> = {},
): HostileAnswer => ({
  name,
  bytes,
  ...more,
});

function coded(coding: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${ok}content-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`),
    body,
  ]);
}

const statusLines = [
  'HTTP/1.1 2000 OK',
  'HTTP/1.1 20 OK',
  'HTTP/1.1 2x0 OK',
  'HTTP/1.1  OK 200',
  'HTTP/1.1 -200 OK',
  'HTTP/9.9 200 OK',
  'HTTP/2 200 OK',
  'HTTP/1.1200 OK',
  'http/1.1 200 OK',
  'ICY 200 OK',
  'HTTPS/1.1 200 OK',
  'SSH-2.0-OpenSSH 200',
  '220 mail.example ESMTP 200',
  'GET / HTTP/1.1 200',
].map((line) => named(`status line ${line}`, `${line}\r\ncontent-length: 17\r\n\r\n${paid}`));

const lengths = ['-17', '+17', '0x11', '17, 18', '17 17', '17a', '1e1', '', '99999999999999999999999999'].map(
  (length) =>
    named(`content-length ${JSON.stringify(length)}`, `${ok}content-length: ${length}\r\n\r\n${paid}`, { ends: 'fin' }),
);

const framing = [
  named('two lengths that differ', `${ok}content-length: 17\r\ncontent-length: 16\r\n\r\n${paid}`),
  named('a length and chunks', `${chunked}content-length: 17\r\n\r\n11\r\n${paid}\r\n0\r\n\r\n`),
  named(
    'chunks and a length',
    `${ok}content-length: 17\r\ntransfer-encoding: chunked\r\n\r\n11\r\n${paid}\r\n0\r\n\r\n`,
  ),
  named('a body shorter than its length', `${ok}content-length: 18\r\n\r\n${paid}`, { ends: 'fin' }),
  named('a body that never comes', `${sized}\r\n`),
  named('a body that is reset', `${sized}\r\n{"status":"paid"`, { ends: 'reset' }),
  named('an unframed body that is reset', `${ok}\r\n${paid}`, { ends: 'reset' }),
];

const chunks = [
  ['a size that is no number', 'zz'],
  ['a negative size', '-11'],
  ['a size with 0x', '0x11'],
  ['a size with a plus', '+11'],
  ['a size with a blank before', ' 11'],
  ['a size that overflows', 'ffffffffffffffffff11'],
  ['an empty size', ''],
  ['a decimal size', '17.0'],
].map(([name, size]) => named(`chunks: ${name}`, `${chunked}\r\n${size}\r\n${paid}\r\n0\r\n\r\n`, { ends: 'fin' }));

const brokenChunks = [
  named('chunks: no end', `${chunked}\r\n11\r\n${paid}\r\n`, { ends: 'fin' }),
  named('chunks: end without its line', `${chunked}\r\n11\r\n${paid}\r\n0\r\n`, { ends: 'fin' }),
  named('chunks: longer than said', `${chunked}\r\n10\r\n${paid}\r\n0\r\n\r\n`, { ends: 'fin' }),
  named('chunks: shorter than said', `${chunked}\r\n12\r\n${paid}\r\n0\r\n\r\n`, { ends: 'fin' }),
  named('chunks: line feeds alone', `${chunked}\r\n11\n${paid}\n0\n\n`, { ends: 'fin' }),
  named('chunks: trailers without end', `${chunked}\r\n11\r\n${paid}\r\n0\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`),
  named('chunks: reset before the end', `${chunked}\r\n11\r\n${paid}\r\n`, { ends: 'reset' }),
];

const headers = [
  ['no colon', 'x-broken'],
  ['a blank before the colon', 'x-broken : 1'],
  ['an empty name', ': 1'],
  ['a blank in the name', 'x broken: 1'],
  ['a NUL in the value', 'x-broken: a\0b'],
  ['a NUL in the name', 'x\0broken: 1'],
  ['a bare CR', 'x-broken: a\rset-cookie: b'],
  ['a control character', 'x-broken: a\x01b'],
  ['a DEL', 'x-broken: a\x7fb'],
  ['a folded line', 'x-broken: a\r\n b'],
  ['a quoted name', '"x": 1'],
  ['a name of 17 KB', `${'x'.repeat(17_000)}: 1`],
  ['a value of 17 KB', `x: ${'y'.repeat(17_000)}`],
  ['2,000 fields', Array.from({ length: 2_000 }, (_, nth) => `x-${nth}: 1`).join('\r\n')],
  ['129 fields', Array.from({ length: 129 }, (_, nth) => `x-${nth}: 1`).join('\r\n')],
  ['a length inside a folded line', 'x: 1\r\n content-length: 1'],
].map(([name, line]) => named(`header: ${name}`, `${sized}${line}\r\n\r\n${paid}`, { ends: 'fin' }));

const codings = [
  named('gzip bomb', coded('gzip', gzipSync(bomb))),
  named('x-gzip bomb', coded('x-gzip', gzipSync(bomb))),
  named('deflate bomb', coded('deflate', deflateSync(bomb))),
  named('brotli bomb', coded('br', brotliCompressSync(bomb))),
  named('gzip broken off', coded('gzip', gzipSync(paid).subarray(0, 20))),
  named('gzip with a wrong checksum', coded('gzip', spoiled(gzipSync(paid)))),
  named('gzip that is none', coded('gzip', Buffer.from(paid))),
  named('brotli that is none', coded('br', Buffer.from(paid))),
  named('deflate that is none', coded('deflate', Buffer.from(paid))),
  named('an unknown coding', coded('zstd-like', Buffer.from(paid))),
  named('a coding over a coding', coded('gzip, gzip', gzipSync(gzipSync(paid)))),
  named('a coding with a parameter', coded('gzip;level=9', gzipSync(paid))),
  named('compress', coded('compress', Buffer.from(paid))),
];

const sizes = [
  named('a length above the limit', `${ok}content-length: ${2 * mebi}\r\n\r\n${' '.repeat(2 * mebi)}`),
  named('chunks above the limit', `${chunked}\r\n${(2 * mebi).toString(16)}\r\n${' '.repeat(2 * mebi)}\r\n0\r\n\r\n`),
  named('an unframed body above the limit', `${ok}\r\n${' '.repeat(2 * mebi)}`, { ends: 'fin' }),
  named('one byte above the limit', `${ok}content-length: ${mebi + 1}\r\n\r\n${' '.repeat(mebi + 1)}`),
  named(
    'many small chunks above the limit',
    `${chunked}\r\n${'400\r\n'.concat(' '.repeat(1_024), '\r\n').repeat(1_025)}0\r\n\r\n`,
  ),
];

const silences = [
  named('silence', ''),
  named('the end at once', '', { ends: 'fin' }),
  named('a reset at once', '', { ends: 'reset' }),
  named('half a status line', 'HTTP/1.1 20'),
  named('half a header section', `${ok}content-le`),
  named('the end inside the header section', `${ok}content-length: 1`, { ends: 'fin' }),
  named('a reset inside the header section', `${ok}content-length: 1`, { ends: 'reset' }),
  named('headers that drip', ok, { drips: 'x: 1\r\n' }),
  named('a body that drips', `${ok}content-length: 100000\r\n\r\n`, { drips: ' ' }),
  named('chunks that drip', `${chunked}\r\n`, { drips: '1\r\n \r\n' }),
  named('an unframed body that drips', `${ok}\r\n`, { drips: ' ' }),
  named('100 Continue for ever', '', { drips: 'HTTP/1.1 100 Continue\r\n\r\n' }),
  named('103 Early Hints for ever', '', { drips: 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n' }),
  named('102 Processing for ever', '', { drips: 'HTTP/1.1 102 Processing\r\n\r\n' }),
  named('an upgrade nobody asked for', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
];

function spoiled(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(copy.length - 8) ^ 0xff, copy.length - 8);
  return copy;
}

/** What must not become an answer. A careless reader believes each of them, or waits for ever, or fills its memory. */
export const hostileAnswers: readonly HostileAnswer[] = [
  ...statusLines,
  ...lengths,
  ...framing,
  ...chunks,
  ...brokenChunks,
  ...headers,
  ...codings,
  ...sizes,
  ...silences,
];
