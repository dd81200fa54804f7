import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { PolyrailError } from '@polyrail/core/provider';
import { codeOf } from './file-error.ts';
import { readSecretFile } from './read-secret-file.ts';
import type { SecretProvider } from './secret-provider.ts';

/**
 * Secrets in the files of one directory, as Docker and Kubernetes mount them: the file `DATABASE_PASSWORD` or
 * `database_password` holds the secret of that name. A link may lead to another file of the directory, not out of it.
 */
export function directorySecrets(directory: string): SecretProvider {
  return {
    async read(name) {
      for (const file of new Set([name, name.toLowerCase()])) {
        const path = await placeOf(directory, file);
        if (path !== undefined) return readSecretFile(path, 'optional');
      }
      return undefined;
    },
    describe: (name) => `the file ${name} of the secrets directory`,
  };
}

async function placeOf(directory: string, file: string): Promise<string | undefined> {
  if (!/^[\w.-]{1,255}$/.test(file) || /^\.+$/.test(file)) return undefined;
  const path = await realpath(join(directory, file)).catch(absent);
  if (path === undefined || path.startsWith(`${await realpath(directory)}${sep}`)) return path;
  throw new PolyrailError('configuration_invalid', 'leads out of its directory');
}

/** What may not be looked at is not absent: a host would go on with its defaults. */
function absent(cause: unknown): undefined {
  const code = codeOf(cause);
  if (code !== 'ENOENT') throw new PolyrailError('configuration_invalid', `cannot be opened (${code})`, { cause });
}
