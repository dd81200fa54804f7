/** Faults that throw: mistakes of the programmer or of the configuration. What becomes of a payment is an `Outcome`, never an error. */
export type ErrorCode =
  | 'amount_invalid'
  | 'currency_unknown'
  | 'currency_mismatch'
  | 'command_invalid'
  | 'configuration_invalid'
  | 'provider_duplicate'
  | 'provider_invalid'
  | 'module_loaded_twice'
  | 'ledger_unavailable'
  | 'transport_invalid'
  | 'body_parsed';

const brand = 'PolyrailError';

/**
 * The one error class. Recognise it with {@link PolyrailError.is}: `instanceof` fails when two copies of a package are installed.
 *
 * The message never carries a secret, an account number or a request body.
 */
export class PolyrailError extends Error {
  readonly code: ErrorCode;
  readonly brand: string = brand;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PolyrailError';
    this.code = code;
  }

  static is(error: unknown): error is PolyrailError {
    return error instanceof Error && 'brand' in error && error.brand === brand && 'code' in error;
  }
}
