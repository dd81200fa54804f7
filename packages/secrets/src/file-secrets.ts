import { readSecretFile } from './read-secret-file.ts';
import type { SecretProvider } from './secret-provider.ts';

/** Secrets in files that the environment names: `DATABASE_PASSWORD_FILE` is the path of the file with `DATABASE_PASSWORD`. */
export function fileSecrets(environment: Readonly<Record<string, string | undefined>>): SecretProvider {
  return {
    async read(name) {
      const path = environment[`${name}_FILE`];
      return path === undefined || path === '' ? undefined : readSecretFile(path, 'named');
    },
    describe: (name) => `${name}_FILE`,
  };
}
