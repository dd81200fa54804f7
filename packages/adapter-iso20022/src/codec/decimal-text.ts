import type { DecimalModel } from '../model/type-model.ts';
import type { Violation } from './issue.ts';

const [plus, minus, point, zero, nine] = [43, 45, 46, 48, 57];
const notDecimal: Violation = { code: 'decimal_invalid', detail: 'a decimal number' };

/** Counts what a decimal number has without the zeros that mean nothing; the check of one type. */
export function decimalCheck(model: DecimalModel): (text: string) => Violation | undefined {
  const { totalDigits, fractionDigits, minInclusive } = model;
  const tooMany: Violation = {
    code: 'digits_exceeded',
    detail: `at most ${totalDigits} digits, ${fractionDigits} of them behind the point`,
  };
  const tooSmall: Violation = { code: 'too_small', detail: `at least ${minInclusive}` };
  return (text) => {
    const first = text.charCodeAt(0);
    const start = first === plus || first === minus ? 1 : 0;
    let whole = 0;
    let fraction = 0;
    let digits = 0;
    let at = start;
    for (; isDigit(text.charCodeAt(at)); at += 1, digits += 1)
      if (whole > 0 || text.charCodeAt(at) !== zero) whole += 1;
    if (text.charCodeAt(at) === point) {
      const behind = at + 1;
      for (at = behind; isDigit(text.charCodeAt(at)); at += 1, digits += 1)
        if (text.charCodeAt(at) !== zero) fraction = at + 1 - behind;
    }
    if (digits === 0 || at < text.length) return notDecimal;
    if (fraction > fractionDigits || whole + fraction > totalDigits) return tooMany;
    if (minInclusive === undefined || (minInclusive === 0 && first !== minus)) return undefined;
    return Number(text) >= minInclusive ? undefined : tooSmall;
  };
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
