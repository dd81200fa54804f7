import type { PostalAddress } from '@polyrail/core/provider';

/** The elements of `PstlAdr` that a structured address fills, in the order of the schema. @see ISO 20022 PostalAddress24 */
export interface StructuredAddress {
  readonly StrtNm?: string;
  readonly BldgNb?: string;
  readonly PstCd?: string;
  readonly TwnNm: string;
  readonly Ctry: string;
}

/** Writes an address in structured form, which every network takes since November 2026. Empty parts are left out. */
export function structuredAddress(address: PostalAddress): StructuredAddress {
  return {
    ...(address.street ? { StrtNm: address.street } : {}),
    ...(address.buildingNumber ? { BldgNb: address.buildingNumber } : {}),
    ...(address.postCode ? { PstCd: address.postCode } : {}),
    TwnNm: address.town,
    Ctry: address.country,
  };
}
