import { type Money, maxMinorUnits } from '@polyrail/core';
import { z } from 'zod';

const rule = `must be a whole number of minor units above zero: a JSON integer up to ${Number.MAX_SAFE_INTEGER}, or a string of up to ${String(maxMinorUnits).length} digits`;

/** An amount in a request. A JSON number above 2^53 - 1 has lost digits already, so it is refused. */
export const amountInput = z
  .union([z.int(rule).positive(rule), z.string(rule).regex(/^[1-9]\d{0,17}$/, rule)], { error: rule })
  .meta({ description: `Minor units (cents for USD, yen for JPY): ${rule}.`, examples: [5000] });

/** An amount in an answer. */
export const amountOutput = z
  .union([z.int(), z.string()])
  .meta({ description: 'Minor units: an integer, or a string of digits above 2^53 - 1.', examples: [5000] });

/** Writes minor units: an integer where JSON numbers are exact, else a string of digits. */
export function viewMinorUnits({ minorUnits }: Pick<Money, 'minorUnits'>): number | string {
  return minorUnits <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(minorUnits) : String(minorUnits);
}
