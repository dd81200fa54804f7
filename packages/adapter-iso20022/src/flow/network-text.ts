import { PolyrailError } from '@polyrail/core/provider';
import { fitText } from '../profile/fit-text.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';

/**
 * A name, a part of an address or remittance information in the characters of a network.
 *
 * @param what names the text in the error, which never quotes it
 * @throws PolyrailError `command_invalid` when it cannot be written there
 */
export function networkText({ name, text }: NetworkProfile, value: string, what: string): string {
  const fitted = fitText(value, { charset: text.names, policy: text.policy });
  if (fitted !== undefined) return fitted;
  throw new PolyrailError('command_invalid', `${what} has characters that ${name} does not carry`);
}
