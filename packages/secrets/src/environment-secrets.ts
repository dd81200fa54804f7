import { Secret } from '@polyrail/core/provider';
import type { SecretProvider } from './secret-provider.ts';

/**
 * Secrets in environment variables. An empty variable counts as absent. Others on the machine may see the environment of a
 * process, so files are better where there are any.
 */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): SecretProvider {
  return {
    async read(name) {
      const value = environment[name];
      return value === undefined || value === '' ? undefined : new Secret(value);
    },
    describe: (name) => name,
  };
}
