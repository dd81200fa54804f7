import { fitText } from '../profile/fit-text.ts';
import { matchesFormat } from '../profile/identifier-format.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';

/**
 * `EndToEndId`: the reference of whoever pays, because that is what the creditor looks for. One that the network cannot carry
 * stands in the remittance information only, and the key stands here.
 */
export function endToEndId({ identifiers, text }: NetworkProfile, reference: string, key: string): string {
  const fitted = fitText(reference, { charset: text.references, maxLength: 35 });
  const { endToEndId: format } = identifiers;
  const fits = fitted.kind === 'fits' && (format === undefined || matchesFormat(reference, format));
  return fits && !/^\/|\/\/|\/$/.test(reference) ? reference : key;
}
