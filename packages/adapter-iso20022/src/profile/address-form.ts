import type { AddressForm } from './profile-rule.ts';

/** The elements of a postal address that tell its form. */
export interface AddressElements {
  readonly town: string | undefined;
  readonly country: string | undefined;
  readonly lines: readonly string[];
}

/** Names the form of an address: without town and country it is unstructured, or incomplete if it has no line either. */
export function addressForm(address: AddressElements): AddressForm {
  const structured = Boolean(address.town) && Boolean(address.country);
  if (address.lines.length > 0) return structured ? 'hybrid' : 'unstructured';
  return structured ? 'structured' : 'incomplete';
}

/** The first address line that only repeats the town or the country; undefined when none does. */
export function repeatedLine(address: AddressElements): string | undefined {
  const said = [address.town, address.country].map(folded);
  return address.lines.find((line) => said.includes(folded(line)));
}

function folded(text: string | undefined): string {
  return (text ?? '').trim().toUpperCase();
}
