import type { IdentifierFormat } from '../profile/identifier-format.ts';
import type { NetworkLink } from './network-link.ts';
import { carriesKey, keyOfIdentifier, keyOfUetr } from './payment-identity.ts';

/**
 * What a message says of the one that it is about. `OrgnlEndToEndId` is not among it: it is the customer's, repeats, and
 * often reads NOTPROVIDED.
 */
export interface OriginalReferences {
  readonly uetr?: string | undefined;
  readonly messageId?: string | undefined;
  /** Such as `pacs.008.001.08`. */
  readonly messageName?: string | undefined;
  readonly instructionId?: string | undefined;
  readonly transactionId?: string | undefined;
}

/** Which operation a message is about. */
export type Correlation =
  /** The key of the operation. */
  | { readonly kind: 'key'; readonly key: string }
  /** Its identifiers name different operations, or one of them is not ours. Nothing of it may be believed. */
  | { readonly kind: 'conflict' }
  /** Nothing in it names an operation of ours. */
  | { readonly kind: 'none' };

/** What banks write where an identifier is mandatory and they have none. */
const notProvided = 'NOTPROVIDED';

/**
 * Finds the operation by what its identifiers carry: no index, so a million open payments cost what one does.
 *
 * Every identifier that is there has to name the same operation. A message about a return or a recall has the payment's
 * identifiers beside the message's own, so only that one names the operation.
 */
export function correlate({ profile, us }: NetworkLink, original: OriginalReferences): Correlation {
  const { identifiers, messages } = profile;
  const { uetr, messageId, messageName, instructionId, transactionId } = original;
  const named = new Set<string | undefined>();
  const name = (format: IdentifierFormat | undefined, text: string | undefined) => {
    if (text !== undefined && text !== notProvided && carriesKey(format)) named.add(keyOfIdentifier(format, text));
  };
  name(identifiers.messageId, messageId);
  if (messageName === undefined || (messageName !== messages.return && messageName !== messages.recall)) {
    if (uetr !== undefined) named.add(keyOfUetr(us, uetr));
    name(identifiers.transactionId, transactionId);
    name(identifiers.instructionId, instructionId);
  }
  if (named.size > 1) return { kind: 'conflict' };
  const [key] = named;
  return key === undefined ? { kind: 'none' } : { kind: 'key', key };
}
