/** The lexical form of `xs:decimal` without a minus sign: `+1.00`, `.5` and `5.` are decimals too. */
const decimalForm = /^\+?(\d*)(?:\.(\d*))?$/;

/** Negative, zero or positive as `a` is less than, equal to or more than `b`, exactly; undefined when one is no decimal. */
export function compareDecimals(a: string, b: string): number | undefined {
  const left = read(a);
  const right = read(b);
  if (!left || !right) return undefined;
  const scale = Math.max(left.fraction.length, right.fraction.length);
  const difference = scaled(left, scale) - scaled(right, scale);
  return difference < 0n ? -1 : Number(difference > 0n);
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
  const [, whole = '', fraction = ''] = decimalForm.exec(text) ?? [];
  return whole === '' && fraction === '' ? undefined : { whole, fraction };
}

function scaled(decimal: Decimal, scale: number): bigint {
  return BigInt(decimal.whole + decimal.fraction.padEnd(scale, '0'));
}
