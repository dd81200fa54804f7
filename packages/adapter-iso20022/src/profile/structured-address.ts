import type { PostalAddress } from '@polyrail/core/provider';

/** The elements of `PstlAdr` that a structured address fills, in the order of the schema. @see ISO 20022 PostalAddress24 */
export interface StructuredAddress {
  readonly StrtNm?: string | undefined;
  readonly BldgNb?: string | undefined;
  readonly PstCd?: string | undefined;
  readonly TwnNm: string;
  readonly Ctry: string;
}

/**
 * Writes an address in structured form, which every network takes since November 2026. Empty parts are left out.
 *
 * @param fit writes street, number, post code and town in the characters of the network. Default: as they are
 */
export function structuredAddress(
  { street, buildingNumber, postCode, town, country }: PostalAddress,
  fit: (text: string) => string = (text) => text,
): StructuredAddress {
  return {
    StrtNm: street ? fit(street) : undefined,
    BldgNb: buildingNumber ? fit(buildingNumber) : undefined,
    PstCd: postCode ? fit(postCode) : undefined,
    TwnNm: fit(town),
    Ctry: country,
  };
}
