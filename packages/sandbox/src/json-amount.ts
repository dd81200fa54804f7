import { InvalidRequest } from './invalid-request.ts';
import type { JsonFields } from './json-fields.ts';

const LARGEST_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

/** Reads minor units: a JSON integer up to 2^53 - 1, or a string of up to 18 digits. Throws InvalidRequest. */
export function optionalAmount(fields: JsonFields, name: string): bigint | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return BigInt(value);
  if (typeof value === 'string' && /^[1-9]\d{0,17}$/.test(value)) return BigInt(value);
  const rule = 'a positive integer of minor units; above 2^53 - 1, a string of digits';
  throw new InvalidRequest('amount_invalid', `${name} must be ${rule}`, name);
}

export function requiredAmount(fields: JsonFields, name: string): bigint {
  const amount = optionalAmount(fields, name);
  if (amount === undefined) throw new InvalidRequest('parameter_missing', `${name} is missing`, name);
  return amount;
}

/** Writes minor units: an integer where JSON numbers are exact, else a string of digits. */
export function amountJson(amount: bigint): number | string {
  return amount <= LARGEST_NUMBER && amount >= -LARGEST_NUMBER ? Number(amount) : String(amount);
}
