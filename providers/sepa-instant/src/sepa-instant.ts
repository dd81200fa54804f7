import {
  defineIso20022Provider,
  type Iso20022Connection,
  type Iso20022ProviderFactory,
  type NetworkProfile,
  networkProfiles,
} from '@polyrail/adapter-iso20022';

/** A participant's connection to a clearing system for SEPA instant payments, such as TIPS or RT1. */
export interface SepaInstantSettings extends Pick<Iso20022Connection, 'transport' | 'key' | 'keys' | 'verifier'> {
  /** Our BIC. */
  readonly bic: string;
  /** The BIC of the clearing system. */
  readonly clearingSystem: string;
  /** What the clearing system demands beyond the scheme. Default: documents travel alone, and the channel is trusted. */
  readonly rules?: Partial<
    Pick<NetworkProfile, 'header' | 'envelope' | 'signature' | 'settlement' | 'messageRefusals'>
  >;
}

/**
 * SEPA Instant Credit Transfer: transfers in euro within ten seconds, inquiries and recalls.
 *
 * @see https://www.europeanpaymentscouncil.eu/what-we-do/sepa-instant-credit-transfer
 */
export const sepaInstant: Iso20022ProviderFactory<SepaInstantSettings> = defineIso20022Provider({
  id: 'sepa-instant',
  profile: ({ rules }) => ({ ...networkProfiles['sepa-sct-inst'], ...rules }),
  connect: ({ bic, clearingSystem, rules: _, ...channel }) => ({
    ...channel,
    us: { kind: 'bic', bic },
    network: { kind: 'bic', bic: clearingSystem },
  }),
});
