import { fitText } from '../profile/fit-text.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';
import type { OperationIdentity } from './payment-identity.ts';

/**
 * `EndToEndId`: the reference of whoever pays, because that is what the creditor looks for. One that the network cannot carry
 * stands in the remittance information only, and the key stands here. A network that builds it itself gets what it builds.
 */
export function endToEndId(
  { text }: NetworkProfile,
  reference: string,
  { key, endToEndId: own }: OperationIdentity,
): string {
  if (own !== undefined) return own;
  const fitted = fitText(reference, { charset: text.references, maxLength: 35 });
  return fitted !== undefined && !/^\/|\/\/|\/$/.test(fitted) ? fitted : key;
}
