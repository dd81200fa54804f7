import type { Distortion } from '../http/wire.ts';

/** Makes a JSON body lie: rewrites the members that the distortion names, at any depth. Other bodies stay as they are. */
export function distortJson(body: string, distortion: Distortion): string {
  return JSON.stringify(
    JSON.parse(body, (name, value: unknown) => {
      switch (distortion) {
        case 'other_amount':
          return name === 'amount' ? otherAmount(value) : value;
        case 'other_currency':
          return name === 'currency' ? otherCurrency(value) : value;
        case 'other_reference':
          return name === 'reference' || name === 'client_reference' ? 'of-another-payment' : value;
        case 'unknown_status':
          return name === 'status' ? 'quantum' : value;
      }
    }),
  );
}

function otherCurrency(value: unknown): string {
  return value === 'EUR' ? 'USD' : 'EUR';
}

function otherAmount(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? String(BigInt(value) + 1n) : value;
}
