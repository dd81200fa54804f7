/** A record as text. Minor units are its only big integers. */
export function encodeStored(record: object): string {
  return JSON.stringify(record, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

/** Reads what {@link encodeStored} wrote. The caller names the type: the text comes from our own store. */
export function decodeStored<Record>(text: string): Record {
  return JSON.parse(text, (name, value: unknown) => (name === 'minorUnits' ? BigInt(String(value)) : value));
}
