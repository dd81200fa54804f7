const PLACES: ReadonlyMap<string, number> = new Map([
  ['JPY', 0],
  ['KRW', 0],
  ['KWD', 3],
]);

/** Minor units in major ones: whole, or with two or three decimals. */
export function decimalOf(minorUnits: bigint, currency: string): string {
  const places = PLACES.get(currency) ?? 2;
  const digits = String(minorUnits).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Reads an amount above zero. `undefined`: it is none, or finer than the currency. */
export function minorUnitsOf(decimal: unknown, currency: string): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{2,3}))?$/.exec(String(decimal));
  const places = PLACES.get(currency) ?? 2;
  const fraction = match?.[2] ?? '';
  if (!match || /[1-9]/.test(fraction.slice(places))) return undefined;
  const minorUnits = BigInt(`${match[1]}${fraction.slice(0, places).padEnd(places, '0')}`);
  return minorUnits > 0n ? minorUnits : undefined;
}
