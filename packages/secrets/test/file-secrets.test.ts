import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSecrets } from '../src/file-secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyrail-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array): Promise<string | undefined> {
  const path = join(folder, 'secret');
  await writeFile(path, content, { mode: 0o600 });
  return (await fileSecrets({ KEY_FILE: path }).read('KEY'))?.expose();
}

describe('fileSecrets', () => {
  it('reads the file that a variable names, without one line break at its end', async () => {
    expect(await read('value')).toBe('value');
    expect(await read('value\n')).toBe('value');
    expect(await read('value\r\n')).toBe('value');
    expect(await read(' two lines\n\n')).toBe(' two lines\n');
    expect(await fileSecrets({ KEY_FILE: '' }).read('KEY')).toBeUndefined();
    expect(await fileSecrets({}).read('KEY')).toBeUndefined();
  });

  it('refuses what is no secret, and shows nothing of it', async () => {
    await expect(read('')).rejects.toThrow(/^is empty$/);
    await expect(read('\n')).rejects.toThrow(/^is empty$/);
    await expect(read('x'.repeat(65_537))).rejects.toThrow(/^has more than 65536 bytes$/);
    await expect(read(Buffer.from([0x43, 0xff]))).rejects.toThrow(/^is not UTF-8$/);
  });

  it('refuses a file that is not there, is a folder, or that anyone may write', async () => {
    const at = (path: string) => fileSecrets({ KEY_FILE: path }).read('KEY');
    await expect(at(join(folder, 'absent'))).rejects.toThrow('cannot be opened (ENOENT)');
    await mkdir(join(folder, 'inner'));
    await expect(at(join(folder, 'inner'))).rejects.toThrow('is no file');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(at(join(folder, 'pipe'))).rejects.toThrow('is no file');
    await writeFile(join(folder, 'open'), 'value');
    await chmod(join(folder, 'open'), 0o666);
    await expect(at(join(folder, 'open'))).rejects.toThrow('may be written by anyone');
  });
});
