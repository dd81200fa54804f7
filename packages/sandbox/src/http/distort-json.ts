import type { Distortion, ValueDistortion } from './wire.ts';

/** Which members of a wire's bodies carry what can be distorted. */
export type DistortableMembers = Readonly<Record<ValueDistortion, readonly string[]>>;

/** Of REST bodies and of webhooks. */
const REST_MEMBERS: DistortableMembers = {
  other_amount: ['amount', 'value'],
  other_currency: ['currency'],
  other_reference: ['reference', 'client_reference'],
  unknown_status: ['status'],
};

/** Makes a JSON body lie: rewrites the members that the distortion names, at any depth. Other bodies stay as they are. */
export function distortJson(body: string, distortion: Distortion, members: DistortableMembers = REST_MEMBERS): string {
  if (!isValueDistortion(distortion)) return body;
  return JSON.stringify(
    JSON.parse(body, (name, value: unknown) =>
      members[distortion].includes(name) ? otherValue(distortion, value) : value,
    ),
  );
}

export function isValueDistortion(distortion: Distortion): distortion is ValueDistortion {
  return Object.hasOwn(REST_MEMBERS, distortion);
}

/** What a value is turned into. Decimals stay decimals. */
export function otherValue(distortion: ValueDistortion, value: unknown): unknown {
  switch (distortion) {
    case 'other_amount':
      return otherAmount(value);
    case 'other_currency':
      return value === 'EUR' ? 'USD' : 'EUR';
    case 'other_reference':
      return 'of-another-payment';
    case 'unknown_status':
      return 'quantum';
  }
}

/** One minor unit more; decimals stay where they are. */
function otherAmount(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return value;
  const places = value.length - 1 - value.lastIndexOf('.');
  const digits = String(BigInt(value.replace('.', '')) + 1n);
  if (!value.includes('.')) return digits;
  return `${digits.padStart(places + 1, '0').slice(0, -places)}.${digits.slice(-places)}`;
}
