import type { Secret } from '@polyrail/core/provider';

/** A place that secrets come from: the environment, files, or a vault that a host writes its own provider for. */
export interface SecretProvider {
  /**
   * The secret of this name as it is now. `undefined`: it is not here.
   *
   * @throws PolyrailError `configuration_invalid` when it is here but cannot be read; its message says why, without the value
   */
  read(name: string): Promise<Secret | undefined>;
  /** Where the secret of this name is, in words for an operator. Never a value. */
  describe(name: string): string;
}
