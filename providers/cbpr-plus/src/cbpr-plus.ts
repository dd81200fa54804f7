import {
  defineIso20022Provider,
  type Iso20022Connection,
  type Iso20022ProviderFactory,
  networkProfiles,
} from '@polyrail/adapter-iso20022';

/** A correspondent relationship over Swift. */
export interface CbprPlusSettings extends Pick<Iso20022Connection, 'transport' | 'verifier'> {
  /** Our BIC. */
  readonly bic: string;
  /** The BIC of the bank that settles with us, and passes the payment on. */
  readonly correspondent: string;
}

/**
 * Cross-border payments by the CBPR+ guidelines of November 2026: transfers in any currency and recalls. Silence is
 * nothing that can be asked about everywhere, so a person settles what stays open.
 *
 * @see https://www.swift.com/standards/iso-20022/iso-20022-programme
 */
export const cbprPlus: Iso20022ProviderFactory<CbprPlusSettings> = defineIso20022Provider({
  id: 'cbpr-plus',
  profile: networkProfiles['cbpr-plus'],
  connect: ({ bic, correspondent, ...channel }) => ({
    ...channel,
    us: { kind: 'bic', bic },
    network: { kind: 'bic', bic: correspondent },
  }),
});
