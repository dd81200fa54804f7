import type { NetworkProfile } from '../profile/network-profile.ts';
import type { Institution } from './institution.ts';

/** A network as one participant sees it: what the messages of a provider are made from. */
export interface NetworkLink {
  readonly profile: NetworkProfile;
  /** The participant that sends, and keeps the accounts of those who pay. */
  readonly us: Institution;
  /** Who messages are addressed to: the operator of the network, or the only counterparty. */
  readonly network: Institution;
  /** How identifiers name us, such as the eight characters of an endpoint of Fedwire. Default: our member number. */
  readonly sender?: string;
  /**
   * The number of a message in our count of a day, where identifiers have one. It is the same whenever it is asked for the same
   * key, and differs for any two keys of a day. Default: a network that counts messages is refused.
   *
   * @param date in the zone of the network, as `2026-11-23`
   */
  readonly sequenceOf?: (key: string, date: string) => number;
  /** The bank of accounts that name none. Default: such a payment is refused. */
  readonly usualBank?: Institution;
}
