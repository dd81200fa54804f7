/** The lexical form of `xs:decimal` without a minus sign: `+1.00`, `.5` and `5.` are decimals too. */
const decimalForm = /^\+?(?=\.?\d)\d*(?:\.\d*)?$/;

/** Negative, zero or positive as `a` is less than, equal to or more than `b`, exactly; undefined when one is no decimal. */
export function compareDecimals(a: string, b: string): number | undefined {
  const left = read(a);
  const right = read(b);
  if (!left || !right) return undefined;
  const whole = Math.max(left.whole.length, right.whole.length);
  const fraction = Math.max(left.fraction.length, right.fraction.length);
  const [one, other] = [padded(left, whole, fraction), padded(right, whole, fraction)];
  // Of as many digits, the greater number is the greater text.
  return one < other ? -1 : Number(one > other);
}

/** How many digits stand behind the point; undefined when the text is no decimal. */
export function fractionDigits(decimal: string): number | undefined {
  return read(decimal)?.fraction.length;
}

interface Decimal {
  readonly whole: string;
  readonly fraction: string;
}

function read(text: string): Decimal | undefined {
  if (!decimalForm.test(text)) return undefined;
  const start = Number(text.startsWith('+'));
  const point = text.indexOf('.');
  return point < 0
    ? { whole: text.slice(start), fraction: '' }
    : { whole: text.slice(start, point), fraction: text.slice(point + 1) };
}

function padded(decimal: Decimal, whole: number, fraction: number): string {
  return decimal.whole.padStart(whole, '0') + decimal.fraction.padEnd(fraction, '0');
}
