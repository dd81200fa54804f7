import type { MessageId, Messages } from '../model/message-types.ts';
import type { HeaderProfile } from '../profile/network-profile.ts';
import { headerAgent } from './institution.ts';
import { messageTime, normalisedTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';

/** The versions of the business application header that are written here. */
export type HeaderValue = Messages['head.001.001.01'] & Messages['head.001.001.02'] & Messages['head.001.001.03'];

/** What one message puts into its header. */
export interface HeaderFacts {
  readonly businessMessageId: string;
  /** Such as `pacs.008.001.08`. */
  readonly messageName: MessageId;
  readonly createdAtMs: number;
}

/** The business application header of a message, without its signature. */
export function businessHeader(
  { profile, us, network }: NetworkLink,
  header: HeaderProfile,
  { businessMessageId, messageName, createdAtMs }: HeaderFacts,
): HeaderValue {
  const { message, businessService, marketPractice, definitions = {} } = header;
  return {
    Fr: { FIId: headerAgent(header, us) },
    To: { FIId: headerAgent(header, network) },
    BizMsgIdr: businessMessageId,
    MsgDefIdr: definitions[messageName] ?? messageName,
    BizSvc: businessService,
    MktPrctc: marketPractice && { Regy: marketPractice.registry, Id: marketPractice.id },
    // The first version is always normalised; later ones take an offset, and some networks nothing else.
    CreDt: message === 'head.001.001.01' ? normalisedTime(profile, createdAtMs) : messageTime(profile, createdAtMs),
  };
}
