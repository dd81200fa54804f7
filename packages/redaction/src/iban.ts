/** Length of the IBANs of each country. @see ISO 13616, IBAN registry release 99 */
const lengths: Readonly<Record<string, number>> = lengthsOf(
  '15 NO,16 BE,18 DK FI FK FO GL NL SD,19 MK SI,20 AT BA EE KZ LT LU MN XK,21 CH HR LI LV,' +
    '22 BG BH CR DE GB GE HN IE ME RS VA,23 AE GI IL IQ OM SO TL,24 AD CZ DZ ES MD PK RO SA SE SK TN VG,' +
    '25 LY PT ST,26 IS TR,27 BF BI BJ CF CG CI CM DJ FR GR IT KM MC MG ML MR NE SM SN TD TG,' +
    '28 AL AO AZ BY CV CY DO GT GW HU LB MA MZ NI PL SV,29 BR EG PS QA UA,30 JO KW MU,31 MT SC,32 LC,33 RU,24 YE',
);

const candidate = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:(?:[ +-]|%20)?[A-Z0-9]){11,31}/g;

/** Leaves the country and the last four characters of each IBAN, printed or electronic. */
export function maskIbans(text: string): string {
  return text.replaceAll(candidate, (found) => {
    const length = lengths[found.slice(0, 2)] ?? 0;
    const printed = firstCharacters(found, length);
    const iban = compact(printed);
    if (iban.length !== length || !hasCheckDigits(iban)) return found;
    return `${iban.slice(0, 2)}****${iban.slice(-4)}${found.slice(printed.length)}`;
  });
}

/** The beginning of a printed IBAN that holds so many characters of it. */
function firstCharacters(printed: string, count: number): string {
  return new RegExp(`^(?:(?:[ +-]|%20)?[A-Z0-9]){${count}}(?![A-Z0-9])`).exec(printed)?.[0] ?? '';
}

function compact(printed: string): string {
  return printed.replaceAll(/[ +-]|%20/g, '');
}

/** @see ISO 7064 MOD 97-10 */
function hasCheckDigits(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

function lengthsOf(rows: string): Record<string, number> {
  return Object.fromEntries(
    rows.split(',').flatMap((row) => {
      const [length, ...countries] = row.split(' ');
      return countries.map((country) => [country, Number(length)]);
    }),
  );
}
