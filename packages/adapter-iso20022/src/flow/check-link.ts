import { PolyrailError } from '@polyrail/core/provider';
import { type IdentifierFormat, isCounted } from '../profile/identifier-format.ts';
import { memberText } from './institution.ts';
import type { NetworkLink } from './network-link.ts';
import { senderText } from './payment-identity.ts';

/**
 * Checks what the identifiers and the inquiries of a network need, before anything is sent.
 *
 * @throws PolyrailError `configuration_invalid` that names the setting
 */
export function checkLink(link: NetworkLink): void {
  const { profile, us, network, sequenceOf } = link;
  const { name, members, identifiers, messages, recovery, clock } = profile;
  if (recovery.onSilence === 'inquire' && (messages.inquiry === undefined || clock === undefined))
    throw new PolyrailError('configuration_invalid', `${name}: to inquire takes messages.inquiry and a clock`);
  if (clock?.inquireAfterMs !== undefined && clock.inquireAfterMs < clock.settleByMs)
    throw new PolyrailError('configuration_invalid', `${name}: nothing is asked before settleByMs`);
  for (const [setting, institution] of Object.entries({ us, network }))
    if (members.kind === 'clearing_member' && !new RegExp(`^(?:${members.pattern})$`).test(memberText(institution)))
      throw new PolyrailError('configuration_invalid', `${name}: ${setting} has to match ${members.pattern}`);
  const formats = Object.values(identifiers).filter(isFormat);
  if (sequenceOf === undefined && formats.some(isCounted))
    throw new PolyrailError('configuration_invalid', `${name} counts messages: sequenceOf is missing`);
  const sender = senderText(link);
  const lengths = formats.flatMap(({ parts }) => parts).flatMap((part) => (part.part === 'party' ? part.length : []));
  for (const length of lengths)
    if (sender.length !== length)
      throw new PolyrailError('configuration_invalid', `${name}: sender has to have ${length} characters`);
}

function isFormat(value: unknown): value is IdentifierFormat {
  return typeof value === 'object' && value !== null && 'parts' in value;
}
