/** True when the last digit is the check digit of the others. @see ISO/IEC 7812-1 Annex B */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at -= 1, twice = !twice) {
    const value = digits.charCodeAt(at) - 48;
    if (!twice) sum += value;
    else sum += value > 4 ? value * 2 - 9 : value * 2;
  }
  return sum % 10 === 0;
}
