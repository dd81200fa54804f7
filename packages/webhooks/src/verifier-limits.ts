import { PolyrailError } from '@polyrail/core/provider';

export interface BodyOptions {
  /** Larger bodies are refused before anything is computed. Bytes. Default: 1 MiB. */
  readonly bodyLimitBytes?: number;
}

export interface WindowOptions {
  /** How old a notification may be. Seconds. Default: 300. One from the future may be as far ahead, at most 300 seconds. */
  readonly toleranceSeconds?: number;
}

export type VerifierOptions = BodyOptions & WindowOptions;

export const defaultToleranceSeconds: number = 300;
const defaultBodyLimitBytes = 1_048_576;

/** @throws PolyrailError `configuration_invalid` for a limit that is not a positive whole number */
export function limitsOf(options: VerifierOptions): Required<VerifierOptions> {
  const limits = {
    bodyLimitBytes: options.bodyLimitBytes ?? defaultBodyLimitBytes,
    toleranceSeconds: options.toleranceSeconds ?? defaultToleranceSeconds,
  };
  if (!Object.values(limits).every((limit) => Number.isSafeInteger(limit) && limit > 0))
    throw new PolyrailError('configuration_invalid', 'the limits of a verifier are positive whole numbers');
  return limits;
}
