import { PolyrailError } from '../model/error.ts';
import type { OriginalPayment } from './operation.ts';

/**
 * What the provider calls a payment that a command is about.
 *
 * @throws PolyrailError `command_invalid` while the provider has not named it
 */
export function providerReferenceOf({ providerReference }: Pick<OriginalPayment, 'providerReference'>): string {
  if (providerReference === undefined)
    throw new PolyrailError('command_invalid', 'the provider has not named this payment yet');
  return providerReference;
}
