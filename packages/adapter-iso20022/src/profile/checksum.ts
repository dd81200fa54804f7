/** Of the digits of a routing number, again and again. */
const weights = [3, 7, 1];
const zero = '0'.charCodeAt(0);

/**
 * True for nine digits with a right check digit: the routing number of a bank in the United States.
 *
 * @see {@link https://www.aba.com/about-us/routing-number American Bankers Association routing number}
 */
export function isAbaRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += (text.charCodeAt(at) - zero) * (weights[at % 3] ?? 0);
  return sum > 0 && sum % 10 === 0;
}

/** True for the form of a Business Identifier Code of 8 or 11 characters. It has no check digit. @see ISO 9362 */
export function isBic(text: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text);
}
