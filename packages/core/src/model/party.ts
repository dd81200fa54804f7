/** A postal address. Structured, as cross-border schemes demand since November 2026. @see ISO 20022 PostalAddress24 */
export interface PostalAddress {
  readonly street?: string;
  readonly buildingNumber?: string;
  readonly postCode?: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A person or an organisation that pays or is paid. */
export interface Party {
  readonly name: string;
  readonly address?: PostalAddress;
}
