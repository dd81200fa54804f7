/** A way in which a card number stands in a text. */
export type CardRendering = (digits: string) => string;

/** Ways in which card numbers turn up in logs, bodies, URLs and messages, by name. */
export const cardRenderings: Readonly<Record<string, CardRendering>> = {
  bare: (digits) => digits,
  'in a sentence': (digits) => `the card ${digits} was refused.`,
  'in a JSON string': (digits) => JSON.stringify({ value: digits }),
  'in a JSON number': (digits) => `{"value":${digits},"next":1}`,
  'in JSON inside JSON': (digits) =>
    JSON.stringify({ body: JSON.stringify({ body: JSON.stringify({ value: digits }) }) }),
  'in groups of a JSON array': (digits) => JSON.stringify(groups(digits)),
  'in XML': (digits) => `<Acct><Nb>${digits}</Nb></Acct>`,
  'in a query': (digits) => `https://psp.example/pay?number=${digits}&amount=1`,
  'in a form': (digits) => `amount=1&number=${groups(digits).join('+')}`,
  'in a path': (digits) => `/v1/cards/${digits}/tokens`,
  'with spaces': (digits) => groups(digits).join(' '),
  'with hyphens': (digits) => groups(digits).join('-'),
  'with dots': (digits) => groups(digits).join('.'),
  'with encoded spaces': (digits) => groups(digits).join('%20'),
  'with spaces that do not break': (digits) => groups(digits).join('\u00a0'),
  'in full-width digits': (digits) =>
    digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'behind a prefix': (digits) => `tok_${digits}`,
  'behind letters': (digits) => `CARD${digits}USD`,
  'in track 1': (digits) => `%B${digits}^OTHER/A N^29121011000000123000000?`,
  'in track 2': (digits) => `;${digits}=29121011000012300?`,
  'in track 2, hexadecimal': (digits) => `${digits}D29121011000012300F`,
  'between other numbers': (digits) => `3 of 17: ${digits}, 12/29, 1000.00`,
};

/** As it is printed on the card. */
function groups(digits: string): readonly string[] {
  const lengths = digits.length < 16 ? [4, 6, 5] : [4, 4, 4, 4, 3];
  let at = 0;
  return lengths
    .map((length) => {
      at += length;
      return digits.slice(at - length, at);
    })
    .filter((group) => group !== '');
}
