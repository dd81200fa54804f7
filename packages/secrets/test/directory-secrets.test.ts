import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '@polyrail/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directorySecrets } from '../src/directory-secrets.ts';
import { SecretSet } from '../src/secret-set.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyrail-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('directorySecrets', () => {
  it('reads files by their names, as they are or in lower case', async () => {
    await writeFile(join(folder, 'KEY'), 'upper\n');
    await writeFile(join(folder, 'other_key'), 'lower');
    const secrets = directorySecrets(folder);
    expect((await secrets.read('KEY'))?.expose()).toBe('upper');
    expect((await secrets.read('OTHER_KEY'))?.expose()).toBe('lower');
    expect(await secrets.read('ABSENT')).toBeUndefined();
    expect(await directorySecrets(join(folder, 'absent')).read('KEY')).toBeUndefined();
  });

  it('takes nothing for absent that it cannot look at', async () => {
    await symlink('KEY', join(folder, 'KEY'));
    await expect(directorySecrets(folder).read('KEY')).rejects.toThrow('cannot be opened (ELOOP)');
    await writeFile(join(folder, 'file'), '');
    await expect(directorySecrets(join(folder, 'file')).read('KEY')).rejects.toThrow('cannot be opened (ENOTDIR)');
  });

  it('does not leave its directory', async () => {
    const inner = join(folder, 'inner');
    await mkdir(inner);
    await writeFile(join(folder, 'outside'), 'CANARY');
    await symlink(join(folder, 'outside'), join(inner, 'LINK'));
    const secrets = directorySecrets(inner);
    await expect(secrets.read('LINK')).rejects.toThrow('leads out of its directory');
    for (const name of ['../outside', '..', '.', 'a/../../outside']) expect(await secrets.read(name)).toBeUndefined();
  });

  it('follows the links that Kubernetes turns when a secret changes', async () => {
    const version = async (name: string, value: string) => {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'KEY'), value);
      await symlink(name, join(folder, '..new'));
      await rename(join(folder, '..new'), join(folder, '..data'));
    };
    await version('..2026_01', 'first');
    await symlink(join('..data', 'KEY'), join(folder, 'KEY'));
    const set = await SecretSet.open({
      providers: [directorySecrets(folder)],
      names: ['KEY'],
      clock: new VirtualClock(),
    });
    await version('..2026_02', 'second');
    await set.refresh();
    expect(set.live('KEY').map((secret) => secret.expose())).toEqual(['second', 'first']);
  });
});
