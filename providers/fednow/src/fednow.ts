import {
  defineIso20022Provider,
  type Iso20022Connection,
  type Iso20022ProviderFactory,
  networkProfiles,
} from '@polyrail/adapter-iso20022';

/** A participant's connection to the FedNow Service. */
export interface FednowSettings extends Pick<Iso20022Connection, 'transport' | 'verifier'> {
  /** Nine digits, with their check digit: whose account at the Federal Reserve settles. */
  readonly routingNumber: string;
}

const profile = networkProfiles.fednow;

/**
 * The FedNow Service: instant credit transfers, returns, inquiries, requests for payment and requests for return in US
 * dollars.
 *
 * Messages go over the participant's queue (FedLine), so the host gives the channel. They are signed outside the XML there:
 * the channel signs, and `verifier` believes what comes back.
 *
 * @see https://www.frbservices.org/financial-services/fednow
 */
export const fednow: Iso20022ProviderFactory<FednowSettings> = defineIso20022Provider({
  id: 'fednow',
  profile,
  connect: ({ routingNumber, ...channel }) => ({
    ...channel,
    us: { kind: 'clearing_member', system: 'USABA', id: routingNumber },
    network: { kind: 'clearing_member', system: 'USABA', id: profile.header?.networkParty ?? '' },
  }),
});
