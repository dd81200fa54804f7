import type { NetworkProfile } from '../profile/network-profile.ts';
import type { Institution } from './institution.ts';

/** A network as one participant sees it: what the messages of a provider are made from. */
export interface NetworkLink {
  readonly profile: NetworkProfile;
  /** The participant that sends, and keeps the accounts of those who pay. */
  readonly us: Institution;
  /** Who messages are addressed to: the operator of the network, or the only counterparty. */
  readonly network: Institution;
  /** The bank of accounts that name none. Default: such a payment is refused. */
  readonly usualBank?: Institution;
}
