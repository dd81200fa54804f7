import { connect } from 'node:net';
import { brotliDecompressSync, constants, inflateSync, unzipSync } from 'node:zlib';

/** What became of somebody who trusts the wire. */
export type Carelessness = 'believes' | 'waits' | 'fills its memory' | 'has nothing to believe';

const quietMs = 120;
const patienceMs = 700;
const muchBytes = 1_048_576;

/** A client without any guard: the canary that shows that an answer is really hostile. */
export function readCarelessly(port: number): Promise<Carelessness> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    let quiet: NodeJS.Timeout | undefined;
    const finish = (carelessness: Carelessness) => {
      clearTimeout(quiet);
      clearTimeout(patience);
      socket.destroy();
      resolve(carelessness);
    };
    const judge = () => finish(judgementOf(Buffer.concat(chunks)));
    // Whoever has nothing to believe yet goes on waiting.
    const judgeQuiet = () => isAnswered(Buffer.concat(chunks)) && judge();
    const patience = setTimeout(() => finish('waits'), patienceMs);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      if (/\n\r?\n[\s\S]/.test(Buffer.concat(chunks).toString('latin1'))) quiet = setTimeout(judgeQuiet, quietMs);
    });
    socket.on('end', judge);
    socket.on('error', judge);
    socket.write('POST /p HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\nx');
  });
}

function isAnswered(bytes: Buffer): boolean {
  return /2\d\d|20|2x0/.test(bytes.toString('latin1').split('\n')[0] ?? '');
}

function judgementOf(bytes: Buffer): Carelessness {
  if (!isAnswered(bytes)) return 'has nothing to believe';
  const text = bytes.toString('latin1');
  const coded = bytes.subarray(text.indexOf('\r\n\r\n') + 4);
  return decoded(coded, text).length > muchBytes ? 'fills its memory' : 'believes';
}

/** As far as it goes: what is broken off or has a wrong checksum is taken as it is. */
function decoded(body: Buffer, head: string): Buffer {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (/coding: x?-?gzip/.test(head)) return unzipSync(body, lenient);
    if (/coding: deflate/.test(head)) return inflateSync(body, lenient);
    return /coding: br/.test(head) ? brotliDecompressSync(body) : body;
  } catch {
    return body;
  }
}
