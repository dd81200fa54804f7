import { PolyrailError } from '@polyrail/core/store';
import { failed } from './command.ts';

/** Why a file was not opened. */
export function refusalOf(path: string, error: unknown): PolyrailError {
  const { code, message } = failed(error);
  return new PolyrailError(code, `cannot open ${path}: ${message}`, { cause: error });
}
