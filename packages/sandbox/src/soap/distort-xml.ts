import type { Distortion } from '../http/wire.ts';

const LIES: Readonly<Partial<Record<Distortion, readonly [elements: string, lie: (text: string) => string]>>> = {
  other_amount: ['amount', (text) => String(BigInt(text) + 1n)],
  other_currency: ['currency', (text) => (text === 'EUR' ? 'USD' : 'EUR')],
  other_reference: ['reference|clientReference', () => 'of-another-payment'],
  unknown_status: ['status|state', () => 'QUANTUM'],
};

/** Makes an answer lie: rewrites the elements that the distortion names. */
export function distortXml(body: string, distortion: Distortion): string {
  const found = LIES[distortion];
  if (found === undefined) return body;
  const [elements, lie] = found;
  const element = new RegExp(`(<(?:[\\w.-]+:)?(?:${elements})>)([^<]*)(<)`, 'g');
  return body.replace(element, (_, open: string, text: string, close: string) => open + lie(text) + close);
}
