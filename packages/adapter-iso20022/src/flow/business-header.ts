import type { Messages } from '../model/message-types.ts';
import type { HeaderProfile } from '../profile/network-profile.ts';
import { agent } from './institution.ts';
import { groupTime, headerTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';

/** The versions of the business application header that are written here. */
export type HeaderValue = Messages['head.001.001.01'] & Messages['head.001.001.02'];

/** What one message puts into its header. */
export interface HeaderFacts {
  readonly businessMessageId: string;
  /** Such as `pacs.008.001.08`. */
  readonly messageName: string;
  readonly createdAtMs: number;
}

/** The business application header of a message, without its signature. */
export function businessHeader(
  { us, network }: NetworkLink,
  { message, businessService, marketPractice }: HeaderProfile,
  { businessMessageId, messageName, createdAtMs }: HeaderFacts,
): HeaderValue {
  return {
    Fr: { FIId: agent(us) },
    To: { FIId: agent(network) },
    BizMsgIdr: businessMessageId,
    MsgDefIdr: messageName,
    BizSvc: businessService,
    MktPrctc: marketPractice && { Regy: marketPractice.registry, Id: marketPractice.id },
    // The first version is always normalised; later ones take an offset, and some networks nothing else.
    CreDt: message === 'head.001.001.01' ? headerTime(createdAtMs) : groupTime(createdAtMs),
  };
}
