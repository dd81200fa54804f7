import { constants, type FileHandle, open } from 'node:fs/promises';
import { PolyrailError, Secret } from '@polyrail/core/provider';
import { codeOf } from './file-error.ts';

const maxBytes = 65_536;
const writableByOthers = 0o002;

/**
 * Reads a file that holds one secret; a line break at its end is not part of it. A file that is `named` has to be there, an
 * `optional` one may be absent.
 *
 * @throws PolyrailError `configuration_invalid` when it cannot be read, is empty or too large, or when anyone may write it
 */
export async function readSecretFile(path: string, presence: 'named' | 'optional'): Promise<Secret | undefined> {
  // Else a pipe that nobody writes to would hold the start up for ever.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(codeOf);
  if (file === 'ENOENT' && presence === 'optional') return undefined;
  if (typeof file === 'string') throw unreadable(`cannot be opened (${file})`);
  try {
    return new Secret(await readText(file));
  } finally {
    await file.close();
  }
}

async function readText(file: FileHandle): Promise<string> {
  const status = await file.stat();
  if (!status.isFile()) throw unreadable('is no file');
  if ((status.mode & writableByOthers) !== 0) throw unreadable('may be written by anyone');
  if (status.size > maxBytes) throw unreadable(`has more than ${maxBytes} bytes`);
  const text = decode(await file.readFile()).replace(/\r?\n$/, '');
  if (text === '') throw unreadable('is empty');
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unreadable('is not UTF-8', cause);
  }
}

function unreadable(reason: string, cause?: unknown): PolyrailError {
  return new PolyrailError('configuration_invalid', reason, { cause });
}
