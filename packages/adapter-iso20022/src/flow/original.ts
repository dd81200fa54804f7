import type { OriginalPayment } from '@polyrail/core/provider';
import { PolyrailError } from '@polyrail/core/provider';
import { endToEndId } from './end-to-end-id.ts';
import { localDate, messageTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';
import { bareKey, identify, keyOfUetr, type OperationIdentity } from './payment-identity.ts';

/** How a later message names the transaction that it is about. */
export interface OriginalElements {
  readonly OrgnlGrpInf: { readonly OrgnlMsgId: string; readonly OrgnlMsgNmId: string; readonly OrgnlCreDtTm: string };
  readonly OrgnlInstrId: string | undefined;
  readonly OrgnlEndToEndId: string;
  readonly OrgnlTxId: string | undefined;
  readonly OrgnlUETR: string | undefined;
}

/** An operation that was sent, as a later message names it. */
export interface SentOperation {
  readonly identity: OperationIdentity;
  readonly startedAtMs: number;
  /** Such as `pacs.008.001.08`. */
  readonly messageName: string;
  readonly reference: string;
}

/** The transfer that opened a payment. Its UETR is the provider's id of the payment. */
export function openingOf(link: NetworkLink, payment: OriginalPayment): SentOperation {
  const key = keyOfReference(link, payment.providerReference ?? '');
  if (key === undefined) throw new PolyrailError('command_invalid', 'the network does not know this payment yet');
  return sentOperation(link, key, payment.createdAtMs, link.profile.messages.creditTransfer, payment.reference);
}

/** What a person settled without a name of the network's is named by the key. */
function keyOfReference({ profile, us }: NetworkLink, reference: string): string | undefined {
  return keyOfUetr(us, reference) ?? bareKey(profile, reference);
}

/** An operation by the key that it carried. */
export function sentOperation(
  link: NetworkLink,
  key: string,
  startedAtMs: number,
  messageName: string | undefined,
  reference: string,
): SentOperation {
  if (messageName === undefined)
    throw new PolyrailError('command_invalid', `${link.profile.name} has no message for this operation`);
  return { identity: identify(link, key, startedAtMs), startedAtMs, messageName, reference };
}

/** Names an operation in a later message. */
export function originalElements({ profile }: NetworkLink, original: SentOperation): OriginalElements {
  const { identity, startedAtMs, messageName, reference } = original;
  return {
    OrgnlGrpInf: {
      OrgnlMsgId: identity.messageId,
      OrgnlMsgNmId: messageName,
      OrgnlCreDtTm: messageTime(profile, startedAtMs),
    },
    OrgnlInstrId: identity.instructionId,
    OrgnlEndToEndId: endToEndId(profile, reference, identity),
    OrgnlTxId: identity.transactionId,
    OrgnlUETR: identity.uetr,
  };
}

/** The day on which an operation was to be settled. */
export function settlementDate({ profile }: NetworkLink, { startedAtMs }: SentOperation): string {
  return localDate(startedAtMs, profile.identifiers.timeZone);
}
